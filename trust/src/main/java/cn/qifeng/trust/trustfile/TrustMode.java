package cn.qifeng.trust.trustfile;

/** Whether a platform runs under the sandbox clock (运行模式). */
public enum TrustMode {
    /** Legal time can be moved; nothing counts (沙箱). */
    SANDBOX,
    /** Legal time is real (正式). */
    PRODUCTION
}
