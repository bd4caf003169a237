package cn.qifeng.launcher.up;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The one port for people. Streams uploads and WebSockets to the services; {@code /internal} never passes. */
final class Proxy implements AutoCloseable {

    private static final String USUAL = "trading-core";
    private static final Map<String, String> PREFIXES =
            Map.of("/api/evaluation", "remote-evaluation", "/api/bond", "guarantee-bond");

    private final Vertx vertx = Vertx.vertx();

    /** Listens on the port, on every address of this machine; without {@code tls} in plain HTTP. */
    void start(int port, Map<String, Integer> services, TlsKeys tls) {
        var client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(200).setIdleTimeout(300));
        var proxy = HttpProxy.reverseProxy(client);
        proxy.addInterceptor(new ToldSource());
        proxy.originSelector(request -> Future.succeededFuture(
                SocketAddress.inetSocketAddress(services.get(service(request.path())), "127.0.0.1")));
        var options = new HttpServerOptions().setPort(port).setHost("0.0.0.0").setIdleTimeout(300);
        if (tls != null) {
            options.setSsl(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(tls.certificate().toString())
                            .setKeyPath(tls.key().toString()));
        }
        try {
            vertx.createHttpServer(options)
                    .requestHandler(request -> handle(proxy, request))
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new CannotStart("Port " + port + " cannot be opened. Choose another one: ./qifeng up --port N", e);
        }
    }

    private static void handle(HttpProxy proxy, HttpServerRequest request) {
        if (hidden(request.path())) {
            request.response()
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                    .setStatusCode(404)
                    .end();
        } else {
            proxy.handle(request);
        }
    }

    /** Whether a path is for services only, however it is written: escaped, doubled slashes, dots. */
    static boolean hidden(String raw) {
        if (raw == null) {
            return true;
        }
        try {
            var path = URI.create(raw.replaceAll("/{2,}", "/")).getPath();
            var plain = URI.create("/")
                    .resolve(new URI(null, null, path.replaceAll("/{2,}", "/"), null))
                    .normalize()
                    .getPath();
            return path.contains("/..") || plain.startsWith("/internal") || plain.startsWith("/q/");
        } catch (IllegalArgumentException | URISyntaxException e) {
            return true;
        }
    }

    private static String service(String path) {
        return PREFIXES.entrySet().stream()
                .filter(prefix -> path.startsWith(prefix.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(USUAL);
    }

    @Override
    public void close() {
        vertx.close();
    }

    /** Tells the services where a request comes from, in place of whatever the client says about that. */
    private static final class ToldSource implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            request.headers()
                    .remove("Forwarded")
                    .remove("X-Forwarded-Host")
                    .remove("X-Forwarded-Port")
                    .remove("X-Forwarded-Prefix")
                    .set("X-Forwarded-Proto", request.proxiedRequest().isSSL() ? "https" : "http")
                    .set(
                            "X-Forwarded-For",
                            request.proxiedRequest().remoteAddress().hostAddress());
            return context.sendRequest();
        }
    }
}
