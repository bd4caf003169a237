package cn.qifeng.kit.access;

/**
 * Roles (角色) that a token can carry. The constants are for {@code @RolesAllowed}; the three administrators are
 * separated, no person holds two of them (三员分立, GB/T 22239 level 3).
 */
public final class Role {

    /** Procuring entity (招标人). */
    public static final String PROCURING_ENTITY = "procuring-entity";
    /** Tendering agency (招标代理机构). */
    public static final String AGENCY = "agency";
    /** Bidder (投标人). */
    public static final String BIDDER = "bidder";
    /** Evaluation expert (评标专家). */
    public static final String EXPERT = "expert";
    /** Member of an award committee (定标委员). */
    public static final String AWARD_COMMITTEE = "award-committee";
    /** Supervisor (行政监督). */
    public static final String SUPERVISOR = "supervisor";
    /** Operator of the trading centre (交易中心). */
    public static final String CENTRE = "centre";
    /** Staff of a centre that lends seats for remote evaluation (副场). */
    public static final String SUB_SITE = "sub-site";
    /** Trustee of lot keys (保管人). */
    public static final String TRUSTEE = "trustee";
    /** Issuer of bonds (出函机构). */
    public static final String ISSUER = "issuer";
    /** System administrator (系统管理员). */
    public static final String SYSTEM_ADMIN = "system-admin";
    /** Security administrator (安全管理员). */
    public static final String SECURITY_ADMIN = "security-admin";
    /** Audit administrator (审计管理员). */
    public static final String AUDIT_ADMIN = "audit-admin";
    /** Another service of the platform with its own credentials; only for {@code /internal}. */
    public static final String SERVICE = "service";

    private Role() {}
}
