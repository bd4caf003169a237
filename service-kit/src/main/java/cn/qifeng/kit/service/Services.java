package cn.qifeng.kit.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;

/** Where the services of this platform listen: {@code qifeng.url.<name>}, such as {@code http://127.0.0.1:8081}. */
@ConfigMapping(prefix = "qifeng.url")
public interface Services {

    /** Name of the service that holds people, log and legal clock. */
    String TRADING_CORE = "trading-core";
    /** Name of the service for experts, panels and scores. */
    String REMOTE_EVALUATION = "remote-evaluation";
    /** Name of the service for bonds. */
    String GUARANTEE_BOND = "guarantee-bond";

    /** All that are configured. */
    @WithParentName
    Map<String, URI> byName();
}
