package cn.qifeng.auditor;

import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Qs1;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The auditor's own trust file (docs/evidence.md section 7). */
public final class Anchors {

    private final JsonNode doc;
    private final String fingerprint;
    private final Map<String, X509Certificate> certificates = new ConcurrentHashMap<>();

    private Anchors(JsonNode doc, String fingerprint) {
        this.doc = doc;
        this.fingerprint = fingerprint;
    }

    /** Reads and checks a trust file; {@link Broken} when its witnesses did not sign it. */
    public static Anchors read(Path path) {
        try {
            var name = String.valueOf(path.getFileName());
            Broken.unless(Files.size(path) < 4 << 20, name, "larger than 4 MiB");
            return of(Canon.parse(Files.readAllBytes(path), name), name);
        } catch (IOException e) {
            throw new Broken(String.valueOf(path.getFileName()), "unreadable", String.valueOf(e.getMessage()));
        }
    }

    static Anchors of(JsonNode file, String name) {
        var doc = file.path("doc");
        var bytes = Canon.bytes(doc, name);
        var anchors = new Anchors(doc, Hash.hex(bytes));
        Broken.unless("trust-file".equals(doc.path("type").asText()), name, "not a trust file");
        var signed = new HashSet<String>();
        for (JsonNode signature : file.path("sigs")) {
            var witness = signature.path("witness").asText();
            var certificate = anchors.witness(witness);
            Broken.unless(certificate != null, name, "signed by an unknown witness", witness);
            var signer = Qs1.verify(bytes, Shape.base64(signature, "sig", name), name + "#" + witness);
            Broken.unless(signer.get(0).equals(certificate), name, "a signature of another witness", witness);
            signed.add(witness);
        }
        Broken.unless(
                signed.size() >= anchors.threshold() && anchors.threshold() > 0, name, "signed by too few witnesses");
        return anchors;
    }

    /** SM3 of the canonical doc. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Log id. */
    public String log() {
        return doc.path("log").asText();
    }

    /** Content hash of the first entry of the log. */
    public String genesis() {
        return doc.path("genesis").asText();
    }

    /** Whether the file belongs to a sandbox. */
    public boolean sandbox() {
        return "SANDBOX".equals(doc.path("mode").asText());
    }

    /** How many witnesses make a head published. */
    public int threshold() {
        return doc.path("threshold").asInt();
    }

    /** CA roots. */
    public List<X509Certificate> roots() {
        var roots = new ArrayList<X509Certificate>();
        doc.path("roots").forEach(root -> roots.add(certificate(root.asText())));
        return roots;
    }

    /** The witness's certificate, or {@code null}. */
    public X509Certificate witness(String name) {
        for (JsonNode witness : doc.path("witnesses")) {
            if (witness.path("name").asText().equals(name)) {
                return certificate(witness.path("certificate").asText());
            }
        }
        return null;
    }

    /** Whether {@code certificate} is the witness's of this name, in force at {@code moment}. */
    public boolean isWitness(String name, X509Certificate certificate, Instant moment) {
        for (JsonNode witness : doc.path("witnesses")) {
            if (witness.path("name").asText().equals(name)
                    && certificate(witness.path("certificate").asText()).equals(certificate)
                    && counts(witness, moment)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code certificate} is one of {@code kind} ({@code logCertificates} …) in force at {@code moment}. */
    public boolean inForce(String kind, X509Certificate certificate, Instant moment) {
        for (JsonNode item : doc.path(kind)) {
            if (certificate(item.path("certificate").asText()).equals(certificate) && counts(item, moment)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a certificate of {@code kind}, of whatever time, stands in these bytes. */
    boolean anyStandsIn(byte[] signature, String kind) {
        var bytes = new String(signature, StandardCharsets.ISO_8859_1);
        for (JsonNode item : doc.path(kind)) {
            var known = Base64.getDecoder().decode(item.path("certificate").asText());
            if (bytes.contains(new String(known, StandardCharsets.ISO_8859_1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean counts(JsonNode key, Instant moment) {
        var to = key.path("to");
        return !moment.isBefore(Instant.parse(key.path("from").asText()))
                && (to.isNull() || to.isMissingNode() || !moment.isAfter(Instant.parse(to.asText())));
    }

    private X509Certificate certificate(String base64) {
        return certificates.computeIfAbsent(base64, Anchors::parsed);
    }

    private static X509Certificate parsed(String base64) {
        try {
            return Certificates.parse(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Broken("trust file", "an unreadable certificate", String.valueOf(e.getMessage()));
        }
    }
}
