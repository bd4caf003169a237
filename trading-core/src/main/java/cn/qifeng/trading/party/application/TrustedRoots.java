package cn.qifeng.trading.party.application;

import java.security.cert.X509Certificate;
import java.util.List;

/** Roots of the certificate authorities that this platform trusts (受信任的根证书). */
public interface TrustedRoots {

    /** The roots now; never empty. */
    List<X509Certificate> certificates();
}
