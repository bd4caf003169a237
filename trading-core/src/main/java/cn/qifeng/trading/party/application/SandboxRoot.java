package cn.qifeng.trading.party.application;

import java.security.cert.X509Certificate;

/** The root of the sandbox's own certificate authority (沙箱 CA). */
public interface SandboxRoot {

    /** The root certificate. */
    X509Certificate certificate();
}
