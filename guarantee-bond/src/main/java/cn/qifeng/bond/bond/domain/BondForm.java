package cn.qifeng.bond.bond.domain;

/** Form of a bond (保函形式). */
public enum BondForm {
    /** Guarantee of a bank (银行保函). */
    BANK_GUARANTEE,
    /** Insurance policy (保证保险). */
    INSURANCE,
    /** Guarantee of a guarantee company (担保公司保函). */
    GUARANTEE_COMPANY
}
