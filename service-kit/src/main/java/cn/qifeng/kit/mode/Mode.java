package cn.qifeng.kit.mode;

/** How the platform runs (运行模式), configured by {@code qifeng.mode}. */
public enum Mode {
    /** Demonstration and tests: demo people, a CA of its own, a legal clock that can be moved forward. */
    SANDBOX,
    /** Real tenders; refuses to start when anything of the sandbox is configured. */
    PRODUCTION
}
