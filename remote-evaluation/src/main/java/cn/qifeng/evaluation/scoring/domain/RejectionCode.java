package cn.qifeng.evaluation.scoring.domain;

/** Grounds of rejection (否决投标, 实施条例 §51). */
public enum RejectionCode {
    /** Neither sealed by the unit nor signed by its head (未盖章和签字). */
    RJ1,
    /** Consortium without agreement (联合体无共同投标协议). */
    RJ2,
    /** Not qualified (不符合资格条件). */
    RJ3,
    /** Two or more different bids or prices (提交两个以上不同的投标文件或报价). */
    RJ4,
    /** Below cost or above the price ceiling (低于成本或高于最高投标限价). */
    RJ5,
    /** No response to a substantive requirement (未响应实质性要求). */
    RJ6,
    /** Collusion, fraud or bribery (串通投标、弄虚作假、行贿). */
    RJ7
}
