package cn.qifeng.kit.trail;

import cn.qifeng.trust.hash.Hex;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the request under way comes from (来源地址). Behind the proxy this is the address that the proxy tells, and only a
 * trusted proxy is believed ({@code quarkus.http.proxy.trusted-proxies}).
 */
@ApplicationScoped
public class RequestSource {

    private static final int IPV6 = 16;
    private static final int NETWORK = 8;

    private final CurrentVertxRequest current;

    RequestSource(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The address as text, or an empty string outside of a request. */
    public String address() {
        if (!Arc.container().requestContext().isActive()) {
            return "";
        }
        return Optional.ofNullable(current.getCurrent())
                .map(routing -> routing.request().remoteAddress())
                .map(remote -> Optional.ofNullable(remote.hostAddress()).orElseGet(remote::host))
                .orElse("");
    }

    /**
     * What counts as one source when tries are counted: an IPv4 address, or the first 64 bits of an IPv6 address, because
     * one subscriber has all addresses below them (RFC 6177).
     */
    public static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes =
                    InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
            return bytes.length == IPV6
                    ? Hex.encode(Arrays.copyOf(bytes, NETWORK)) + "/64"
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
