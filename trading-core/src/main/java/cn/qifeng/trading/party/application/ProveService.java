package cn.qifeng.trading.party.application;

import static cn.qifeng.kit.access.AccessRefusal.UNKNOWN_SERVICE;

import cn.qifeng.trading.party.application.Tokens.Token;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Gives a service of the platform its token for its secret; only the secret's hash is known here. */
@ApplicationScoped
public class ProveService {

    private final ServiceSecrets secrets;
    private final Tokens tokens;
    private final KeepSecurityEvents keep;

    ProveService(ServiceSecrets secrets, Tokens tokens, KeepSecurityEvents keep) {
        this.secrets = secrets;
        this.tokens = tokens;
        this.keep = keep;
    }

    /** Refuses unknown names and wrong secrets alike. */
    public Token prove(String service, String secret) {
        var known = secrets.byName().get(service);
        if (known == null
                || !MessageDigest.isEqual(sha256(secret), HexFormat.of().parseHex(known.secretSha256()))) {
            keep.refused(SecurityEvent.of(SecurityEventKind.SERVICE_REFUSED, Instant.now())
                    .because(UNKNOWN_SERVICE.code())
                    .saying(known == null ? "no such service" : service));
            throw UNKNOWN_SERVICE.refused();
        }
        return tokens.ofService(service);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
