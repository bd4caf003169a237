package cn.qifeng.trust.envelope;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * File 2 of an envelope, {@code manifest.json} (文件清单), for the supervisor and the bidder itself.
 *
 * @param provenance marks for later collusion checks
 */
public record BidManifest(List<Entry> files, Map<String, String> provenance) {

    private static final int PROVENANCE_MAX = 64;

    /**
     * One file.
     *
     * @param name as the bidder called it; no path is ever built from it
     * @param length bytes of the plain file, {@code null} for files 1 and 2
     * @param sm3 of the plain file in hexadecimal, {@code null} for files 1 and 2
     */
    public record Entry(int n, BidFileRole role, String name, String mediaType, Long length, String sm3) {

        /** Refuses a length or hash that is missing, or is there for files 1 and 2. */
        public Entry {
            if ((n <= 2) != (length == null) || (n <= 2) != (sm3 == null)) {
                throw TrustRefusal.BAD_FIELD.at("files[" + (n - 1) + "]", sm3, "length and sm3 from file 3 on");
            }
        }
    }

    /** Copies both. */
    public BidManifest {
        files = List.copyOf(files);
        provenance = Map.copyOf(provenance);
    }

    /** The canonical bytes. */
    public byte[] encode() {
        var doc = CanonicalJson.object().put("type", "bid-manifest").put("v", 1);
        var array = doc.putArray("files");
        files.forEach(entry -> array.add(toDoc(entry)));
        var marks = doc.putObject("provenance");
        provenance.forEach(marks::put);
        return CanonicalJson.encode(doc);
    }

    /** Reads canonical bytes; refuses other fields and shapes, and numbers with gaps. */
    public static BidManifest decode(byte[] bytes) {
        var fields = Fields.of(CanonicalJson.decode(bytes)).type("bid-manifest");
        fields.exactly("type", "v", "files", "provenance");
        var files = fields.array("files", BidFile.FILES_MAX).stream()
                .map(BidManifest::entry)
                .toList();
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).n() != i + 1) {
                throw TrustRefusal.BAD_FIELD.at(
                        "files[" + i + "].n", files.get(i).n(), i + 1);
            }
        }
        var marks = fields.object("provenance");
        var provenance = new TreeMap<String, String>();
        marks.doc().fieldNames().forEachRemaining(name -> provenance.put(name, marks.text(name)));
        if (provenance.size() > PROVENANCE_MAX) {
            throw TrustRefusal.BAD_FIELD.at("provenance", provenance.size(), "at most " + PROVENANCE_MAX);
        }
        return new BidManifest(files, provenance);
    }

    private static ObjectNode toDoc(Entry entry) {
        var doc = CanonicalJson.object()
                .put("n", entry.n())
                .put("role", entry.role().name())
                .put("name", entry.name())
                .put("mediaType", entry.mediaType());
        return entry.length() == null ? doc : doc.put("length", entry.length()).put("sm3", entry.sm3());
    }

    private static Entry entry(JsonNode json) {
        var fields = Fields.of(json);
        int n = (int) fields.integer("n", 1, BidFile.FILES_MAX);
        if (n <= 2) {
            fields.exactly("n", "role", "name", "mediaType");
            return new Entry(n, role(fields.text("role")), fields.text("name"), fields.text("mediaType"), null, null);
        }
        fields.exactly("n", "role", "name", "mediaType", "length", "sm3");
        return new Entry(
                n,
                role(fields.text("role")),
                fields.text("name"),
                fields.text("mediaType"),
                fields.integer("length", 0, BidFile.LENGTH_MAX),
                Hex.encode(fields.hex("sm3", 32)));
    }

    private static BidFileRole role(String name) {
        for (var role : BidFileRole.values()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        throw TrustRefusal.BAD_FIELD.at("role", name, "a role of a bid file");
    }
}
