package cn.qifeng.kit.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The services of this platform by name: {@code qifeng.services.<name>.url} and {@code .secret-sha256}. */
@ConfigMapping(prefix = "qifeng.services")
public interface Services {

    /** Name of the service that holds people, log and legal clock. */
    String TRADING_CORE = "trading-core";

    /** All that are configured. */
    @WithParentName
    Map<String, Service> byName();

    /** Where a service listens, and how it proves itself. */
    interface Service {

        /** Base address, such as {@code http://127.0.0.1:8081}. */
        Optional<URI> url();

        /** SHA-256 of the service's secret, 64 hex digits; only trading-core needs it. */
        Optional<String> secretSha256();
    }
}
