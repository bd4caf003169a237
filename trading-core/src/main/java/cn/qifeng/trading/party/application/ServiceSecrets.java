package cn.qifeng.trading.party.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The services that may ask for tokens: {@code qifeng.services.<name>.secret-sha256}. */
@ConfigMapping(prefix = "qifeng.services")
public interface ServiceSecrets {

    /** By name of the service. */
    @WithParentName
    Map<String, Service> byName();

    /** What is known of one service. */
    interface Service {

        /** SHA-256 of its secret, 64 hex digits. */
        String secretSha256();
    }
}
