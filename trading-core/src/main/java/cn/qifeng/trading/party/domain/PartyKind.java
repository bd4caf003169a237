package cn.qifeng.trading.party.domain;

/** What an organisation (主体) is on the platform. */
public enum PartyKind {
    /** 招标人. */
    PROCURING_ENTITY,
    /** 招标代理机构. */
    AGENCY,
    /** 投标人. */
    BIDDER,
    /** 行政监督部门. */
    SUPERVISOR,
    /** 公证机构. */
    NOTARY,
    /** 交易中心. */
    CENTRE,
    /** 出函机构. */
    ISSUER
}
