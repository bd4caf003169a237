package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.LoginRefusal.CHALLENGE_ENDED;
import static cn.qifeng.trading.party.domain.LoginRefusal.SUSPENDED;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Logs a person in by certificate (证书登录): it signs a random challenge that counts once and for two minutes. */
@ApplicationScoped
public class LogInByCertificate {

    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Logins logins;
    private final Directory directory;
    private final Signers signers;
    private final OpenSession openSession;
    private final KeepSecurityEvents keep;
    private final String platform;

    LogInByCertificate(
            Logins logins,
            Directory directory,
            Signers signers,
            OpenSession openSession,
            KeepSecurityEvents keep,
            @ConfigProperty(name = "qifeng.platform.name", defaultValue = "qifeng") String platform) {
        this.logins = logins;
        this.directory = directory;
        this.signers = signers;
        this.openSession = openSession;
        this.keep = keep;
        this.platform = platform;
    }

    /** A new challenge as the document to sign: {@code {"type":"login","v":1,"challenge","platform"}}. */
    @Transactional
    public ObjectNode challenge() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String challenge = Hex.encode(bytes);
        logins.remember(challenge, Instant.now().plus(LIFE));
        return document(challenge);
    }

    /** Opens a session for the person to whom the signing certificate is bound. A refused challenge is used up too. */
    @Transactional(dontRollbackOn = Refused.class)
    public OpenedSession logIn(String challenge, String signature) {
        if (!logins.take(challenge, Instant.now())) {
            keep.refused(SecurityEvent.of(SecurityEventKind.LOGIN_FAILED, Instant.now())
                    .because(CHALLENGE_ENDED.code()));
            throw CHALLENGE_ENDED.refused();
        }
        var bound = signers.bound(new Statement(document(challenge), signature));
        var person = directory.person(bound.person());
        if (!person.active()) {
            keep.refused(SecurityEvent.of(SecurityEventKind.LOGIN_FAILED, Instant.now())
                    .by(person.id().value(), person.account())
                    .because(SUSPENDED.code())
                    .saying(person.state().name()));
            throw SUSPENDED.refused();
        }
        return openSession.of(person, Optional.of(bound.id()));
    }

    private ObjectNode document(String challenge) {
        return CanonicalJson.object()
                .put("type", "login")
                .put("v", 1)
                .put("challenge", challenge)
                .put("platform", platform);
    }
}
