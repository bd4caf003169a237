package cn.qifeng.bond.identity;

/** The service that holds notices, people, roots and the log. */
public final class TradingCore {

    /** Its name among the services. */
    public static final String NAME = "trading-core";

    private TradingCore() {}
}
