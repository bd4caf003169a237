package cn.qifeng.evaluation.hall.application;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Short-lived credential of a TURN relay (中继临时凭证), as coturn's {@code use-auth-secret} judges it: the name says until
 * when it lives, the password is an HMAC-SHA1 over the name.
 *
 * @param username {@code expiry:label}, seconds since 1970
 * @param credential Base64 of the HMAC
 */
record TurnCredential(String username, String credential) {

    private static final String HMAC = "HmacSHA1";

    /** A credential that ends behind {@code life}. */
    static TurnCredential of(String secret, String label, Instant now, Duration life) {
        var username = now.plus(life).getEpochSecond() + ":" + label;
        return new TurnCredential(username, sum(secret, username));
    }

    /** Base64 of the HMAC-SHA1 of a text. */
    static String sum(String secret, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
