package cn.qifeng.cli.witness;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.log.FileWitnessState;
import cn.qifeng.trust.log.Witness;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;

/** Where one witness of the log sits (见证席): its folder with key, certificate, trust file and last head. */
public final class WitnessSeat {

    private static final int PROOF_MAX = 128;

    private final String name;
    private final Path directory;
    private final Clock clock;
    private final WitnessKey key;
    private final WitnessedTrust trust;
    private Witness witness;

    /** The witness of this folder; makes folder and key when there are none. */
    public WitnessSeat(String name, Path directory, Clock clock) {
        var store = new WitnessStore(directory);
        this.name = name;
        this.directory = directory;
        this.clock = clock;
        this.key = new WitnessKey(name, store);
        this.trust = new WitnessedTrust(name, store, key);
    }

    /** Public key with proof of possession, and the certificate if it has one. */
    public synchronized ObjectNode identity() {
        return key.identity();
    }

    /** Takes {@code {"certificate"}}, once. */
    public synchronized ObjectNode certify(ObjectNode request) {
        key.certify(Fields.of(request).text("certificate"));
        return key.identity();
    }

    /** Signs the first trust file {@code {"doc"}}. */
    public synchronized ObjectNode signTrustFile(ObjectNode request) {
        return trust.sign(Fields.of(request).object("doc").doc());
    }

    /** The trust file that it signed, with its own signature. */
    public synchronized ObjectNode trustFile() {
        return trust.file();
    }

    /** Signs a head: {@code {"head","sig","consistency":{"from","proof"}}} gives {@code {"doc","sig"}}. */
    public synchronized ObjectNode sign(ObjectNode request) {
        var fields = Fields.of(request).exactly("head", "sig", "consistency");
        var head = new Statement(fields.object("head").doc(), fields.text("sig"));
        var consistency = fields.object("consistency").exactly("from", "proof");
        long from = consistency.integer("from", 0, CanonicalJson.INTEGER_MAX);
        long signed = witness().signedSize();
        if (from != signed) {
            throw new Refused(
                    SeatRefusal.OTHER_SIZE,
                    Facts.field("consistency.from", from, signed).and("size", signed));
        }
        var proof = consistency.array("proof", PROOF_MAX).stream()
                .map(JsonNode::asText)
                .map(Hex::decode)
                .toList();
        return witness().witness(head, proof).toJson();
    }

    private Witness witness() {
        if (witness == null) {
            var state = new FileWitnessState(directory.resolve("last-head.json"));
            witness = new Witness(name, key.signing(), trust.logCertificates(), state, clock);
        }
        return witness;
    }
}
