package cn.qifeng.bond.bond.http;

import cn.qifeng.bond.bond.domain.Application;
import cn.qifeng.bond.bond.domain.BondId;
import cn.qifeng.bond.bond.domain.BondRefusal;
import cn.qifeng.bond.bond.domain.IssuerGateway;
import cn.qifeng.bond.bond.domain.SignedBond;
import cn.qifeng.bond.exchange.SignedMessage;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.identity.Identities;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends signed requests to the configured issuer: {@code LG101} applies, {@code LG103} fetches the decision. Both are
 * harmless to repeat, because the issuer knows an application by its order number.
 */
@ApplicationScoped
class HttpIssuer implements IssuerGateway {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private final URI address;
    private final String source;
    private final Subject platform;
    private final Identities identities;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .build();

    HttpIssuer(
            @ConfigProperty(name = "qifeng.issuer.url") URI address,
            @ConfigProperty(name = "qifeng.platform.name") String name,
            @ConfigProperty(name = "qifeng.platform.uscc") String uscc,
            Identities identities) {
        this.address = address;
        this.source = uscc;
        this.platform = new Subject(name, name, uscc);
        this.identities = identities;
    }

    @Override
    public void apply(Application application) {
        send(SignedMessage.APPLY, application.id(), Lg101.of(application));
    }

    @Override
    public Optional<Answer> fetch(BondId id) {
        var data = CanonicalJson.object().put("applicationId", id.toString());
        var answer = Fields.of(send(SignedMessage.FETCH, id, data));
        return switch (answer.text("status")) {
            case "UNDER_REVIEW" -> Optional.empty();
            case "DECLINED" -> Optional.of(new Answer.Declined(answer.text("reason")));
            case "ISSUED" -> Optional.of(new Answer.Issued(signedBond(Statement.from(answer.get("bond")))));
            default ->
                throw new Refused(BondRefusal.BAD_ANSWER, Facts.field("status", answer.text("status"), "LG103 status"));
        };
    }

    private static SignedBond signedBond(Statement bond) {
        var canonical = CanonicalJson.encode(bond.doc());
        return new SignedBond(
                Fields.of(bond.doc()).text("bondNo"),
                new String(canonical, StandardCharsets.UTF_8),
                bond.sig(),
                Sm3.hex(canonical));
    }

    private ObjectNode send(String transactionCode, BondId id, ObjectNode data) {
        var message = SignedMessage.of(
                transactionCode, Instant.now(), source, id.toString(), data, identities.of("bond-gateway", platform));
        var request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(CanonicalJson.encode(message.toJson())))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(transactionCode + " answered " + answer.statusCode());
            }
            return CanonicalJson.read(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
