package cn.qifeng.trading.party.application;

import static cn.qifeng.kit.access.AccessRefusal.UNKNOWN_SERVICE;

import cn.qifeng.trading.party.application.Tokens.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Gives a service of the platform its token for its secret; only the secret's hash is known here. */
@ApplicationScoped
public class ProveService {

    private final ServiceSecrets secrets;
    private final Tokens tokens;

    ProveService(ServiceSecrets secrets, Tokens tokens) {
        this.secrets = secrets;
        this.tokens = tokens;
    }

    /** Refuses unknown names and wrong secrets alike. */
    public Token prove(String service, String secret) {
        var known = secrets.byName().get(service);
        if (known == null
                || !MessageDigest.isEqual(sha256(secret), HexFormat.of().parseHex(known.secretSha256()))) {
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
