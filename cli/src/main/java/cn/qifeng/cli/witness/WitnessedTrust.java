package cn.qifeng.cli.witness;

import static cn.qifeng.cli.witness.SeatRefusal.NOT_NAMED;
import static cn.qifeng.cli.witness.SeatRefusal.NOT_READY;
import static cn.qifeng.cli.witness.SeatRefusal.OTHER_TRUST_FILE;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.trustfile.AnchoredKey;
import cn.qifeng.trust.trustfile.TrustAnchors;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;

/** The trust file that a witness stands behind: the first one it was shown, and no other. */
final class WitnessedTrust {

    private static final String FILE = "trust-file.json";

    private final String name;
    private final WitnessStore store;
    private final WitnessKey key;

    WitnessedTrust(String name, WitnessStore store, WitnessKey key) {
        this.name = name;
        this.store = store;
        this.key = key;
    }

    ObjectNode sign(ObjectNode doc) {
        var shown = TrustAnchors.from(doc);
        var known = store.json(FILE).map(TrustAnchors::from);
        if (shown.version() != 1
                || known.isPresent() && !known.get().fingerprint().equals(shown.fingerprint())) {
            throw new Refused(
                    OTHER_TRUST_FILE,
                    Facts.field(
                            "doc",
                            shown.fingerprint(),
                            known.map(TrustAnchors::fingerprint).orElse("version 1")));
        }
        requireNamed(shown);
        store.write(FILE, shown.toDoc());
        return signature(shown);
    }

    ObjectNode file() {
        var anchors = anchors();
        var file = CanonicalJson.object();
        file.set("doc", anchors.toDoc());
        file.putArray("sigs").add(signature(anchors));
        return file;
    }

    Set<String> logCertificates() {
        return anchors().logCertificates().stream().map(AnchoredKey::id).collect(Collectors.toSet());
    }

    private TrustAnchors anchors() {
        return TrustAnchors.from(store.json(FILE).orElseThrow(NOT_READY::refused));
    }

    private ObjectNode signature(TrustAnchors anchors) {
        return CanonicalJson.object()
                .put("witness", name)
                .put("sig", Statement.of(anchors.toDoc(), key.signing()).sig());
    }

    private void requireNamed(TrustAnchors anchors) {
        var ours = key.signing().certificateId();
        boolean named = anchors.witnesses().stream()
                .anyMatch(
                        one -> name.equals(one.name()) && ours.equals(one.key().id()));
        if (!named) {
            throw new Refused(NOT_NAMED, Facts.field("witnesses", "without " + name, "its own certificate"));
        }
    }
}
