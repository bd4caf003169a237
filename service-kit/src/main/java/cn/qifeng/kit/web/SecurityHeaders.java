package cn.qifeng.kit.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Security headers of every answer (安全响应头), pages and files included, set by the service itself so that they hold
 * behind every proxy. Pages load nothing from elsewhere (trust.md section 1: a strict policy with no third-party origin);
 * WebAssembly may be compiled, because hashing in the browser needs it; text is never evaluated.
 */
@ApplicationScoped
public class SecurityHeaders {

    /** Policy of pages: HTML, and the scripts of workers, which bring a policy of their own. */
    public static final String PAGES = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
            + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self';"
            + " media-src 'self' blob:; frame-src 'self' blob:; object-src 'self' blob:; manifest-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Policy of PDF files, which a browser shows by a viewer of its own. */
    public static final String FILES =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    /** Policy of data: nothing at all, should a browser ever take it for a page. */
    public static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    /** Only our own pages may use camera, microphone and a shown screen, and nothing else that a browser could offer. */
    public static final String PERMISSIONS = "camera=(self), microphone=(self), display-capture=(self), geolocation=(),"
            + " payment=(), usb=(), serial=(), hid=(), midi=(), accelerometer=(), gyroscope=(),"
            + " magnetometer=()";

    /** Has no body and no type, and changes headers of the page that a browser kept: it keeps the page's own policy. */
    private static final int NOT_MODIFIED = 304;

    private static final int FIRST = 10_000;
    private static final String YEAR = "max-age=31536000";
    private static final String HOUR = "max-age=3600";

    private final Optional<String> transport;

    SecurityHeaders(
            @ConfigProperty(name = "qifeng.mode", defaultValue = "PRODUCTION") String mode,
            @ConfigProperty(name = "qifeng.address") Optional<String> address) {
        this.transport =
                address.filter(it -> it.startsWith("https:")).map(https -> "SANDBOX".equals(mode) ? HOUR : YEAR);
    }

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    routing.addHeadersEndHandler(ended -> set(routing));
                    routing.next();
                },
                FIRST);
    }

    private void set(RoutingContext routing) {
        var headers = routing.response().headers();
        if (routing.response().getStatusCode() != NOT_MODIFIED) {
            headers.set("Content-Security-Policy", policy(headers));
        }
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Permissions-Policy", PERMISSIONS);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        transport.ifPresent(age -> headers.set("Strict-Transport-Security", age));
        if (routing.request().path().startsWith("/api/") && !headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    private static String policy(MultiMap headers) {
        String type = Optional.ofNullable(headers.get("Content-Type")).orElse("");
        if (type.startsWith("text/html") || type.contains("javascript")) {
            return PAGES;
        }
        return type.startsWith("application/pdf") ? FILES : DATA;
    }
}
