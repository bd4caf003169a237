package cn.qifeng.bond.bond.domain;

/** Port to the party for which the caller of this request acts (当前主体). */
public interface CallersParty {

    /** Its name and credit code. */
    Organisation organisation();
}
