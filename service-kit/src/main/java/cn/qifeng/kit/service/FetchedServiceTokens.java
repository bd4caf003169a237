package cn.qifeng.kit.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Proves this service to trading-core by its secret and keeps the token that it gets for that. */
@DefaultBean
@ApplicationScoped
public class FetchedServiceTokens implements ServiceTokens {

    private static final Duration SPARE = Duration.ofMinutes(1);

    private final String name;
    private final String secret;
    private final Wire wire;
    private final ObjectMapper json;
    private volatile Token held;

    FetchedServiceTokens(
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "qifeng.service.secret") String secret,
            Wire wire,
            ObjectMapper json) {
        this.name = name;
        this.secret = secret;
        this.wire = wire;
        this.json = json;
    }

    @Override
    public String current() {
        Token token = held;
        if (token == null || Instant.now().plus(SPARE).isAfter(token.expiresAt())) {
            token = fetch();
            held = token;
        }
        return token.token();
    }

    @Override
    public void forget() {
        held = null;
    }

    private Token fetch() {
        try {
            byte[] body = json.writeValueAsBytes(Map.of("service", name, "secret", secret));
            var answer = wire.send(Services.TRADING_CORE, "POST", "/internal/tokens", Map.of(), body);
            if (answer.status() != 200) {
                throw new IllegalStateException("trading-core gave no token: " + answer.status());
            }
            var read = json.readTree(answer.body());
            return new Token(
                    read.required("token").asText(),
                    Instant.parse(read.required("expiresAt").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Token(String token, Instant expiresAt) {}
}
