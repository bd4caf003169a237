package cn.qifeng.trust.keyset;

/** Side (方) that a member of a key set belongs to; nobody may hold a key set alone. */
public enum Side {
    /** Administrative supervision (行政监督). */
    SUPERVISION,
    /** Notary (公证). */
    NOTARY,
    /** Trading centre and its operator (交易中心). */
    CENTRE,
    /** Procuring entity and agency (招标人及其代理). */
    TENDERER
}
