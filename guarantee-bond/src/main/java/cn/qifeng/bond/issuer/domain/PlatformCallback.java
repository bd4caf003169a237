package cn.qifeng.bond.issuer.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Port to the platform's address for call backs (平台回调地址). */
@FunctionalInterface
public interface PlatformCallback {

    /** Whether the platform took the message. */
    boolean send(ObjectNode message);
}
