package cn.qifeng.trading.log.witness;

import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.log.domain.WitnessSignature;
import cn.qifeng.trading.log.domain.Witnesses;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The witnesses of {@code qifeng.witnesses}: {@code name@address}, separated by commas. */
@ApplicationScoped
class HttpWitnesses implements Witnesses {

    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(WAIT)
            .build();

    HttpWitnesses(@ConfigProperty(name = "qifeng.witnesses") Optional<List<String>> configured) {
        configured.orElse(List.of()).forEach(witness -> {
            int at = witness.indexOf('@');
            addresses.put(
                    witness.substring(0, at).trim(),
                    URI.create(witness.substring(at + 1).trim()));
        });
    }

    @Override
    public List<String> names() {
        return List.copyOf(addresses.keySet());
    }

    @Override
    public Identity identity(String witness) {
        var answer = Fields.of(ok(witness, send(witness, "GET", "/identity", null)));
        var certificate = answer.get("certificate");
        return new Identity(
                answer.text("witness"), answer.text("publicKey"), answer.text("proof"), certificate.textValue());
    }

    @Override
    public void certify(String witness, String certificate) {
        ok(witness, send(witness, "PUT", "/certificate", CanonicalJson.object().put("certificate", certificate)));
    }

    @Override
    public String signTrustFile(String witness, ObjectNode trustFile) {
        var body = CanonicalJson.object();
        body.set("doc", trustFile);
        return Fields.of(ok(witness, send(witness, "POST", "/trust-file", body)))
                .text("sig");
    }

    @Override
    public WitnessSignature sign(String witness, SignedHead head, long from, List<byte[]> consistency) {
        var body = CanonicalJson.object().put("sig", head.sig());
        body.set("head", head.doc());
        var proof = body.putObject("consistency").put("from", from).putArray("proof");
        consistency.forEach(hash -> proof.add(Hex.encode(hash)));
        var response = send(witness, "POST", "/sign", body);
        if (response.statusCode() == 409) {
            throw new Elsewhere(json(response).get("size").longValue());
        }
        var answer = Fields.of(ok(witness, response));
        return new WitnessSignature(witness, answer.object("doc").doc(), answer.text("sig"));
    }

    private HttpResponse<byte[]> send(String witness, String method, String path, ObjectNode body) {
        var request = HttpRequest.newBuilder(addresses.get(witness).resolve(path))
                .timeout(WAIT)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(CanonicalJson.encode(body)))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException silent) {
            throw new Unreachable(witness + " does not answer at " + addresses.get(witness), silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreachable(witness + " was not waited for", stopped);
        }
    }

    private static ObjectNode ok(String witness, HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new Unreachable(
                    witness + " answered " + response.statusCode() + " " + new String(response.body()), null);
        }
        return json(response);
    }

    private static ObjectNode json(HttpResponse<byte[]> response) {
        return CanonicalJson.read(response.body());
    }
}
