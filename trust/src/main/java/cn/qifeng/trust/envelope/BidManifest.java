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
 * @param index where each criterion is answered, possibly empty
 */
public record BidManifest(List<Entry> files, Map<String, String> provenance, List<IndexLine> index) {

    private static final int PROVENANCE_MAX = 64;
    private static final String[] PLAIN = {"type", "v", "files", "provenance"};
    private static final String[] INDEXED = {"type", "v", "files", "provenance", "index"};
    private static final int INDEX_MAX = 400;
    private static final int PAGES_MAX = 99_999;

    /** A manifest without an index. */
    public BidManifest(List<Entry> files, Map<String, String> provenance) {
        this(files, provenance, List.of());
    }

    /**
     * Where the bid answers one criterion of the evaluation (响应索引).
     *
     * @param item code of the published item
     * @param n number of a file, from 3
     * @param from first page, from 1
     * @param to last page, at least {@code from}
     */
    public record IndexLine(String item, int n, int from, int to) {}

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

    /** Copies all; refuses an index that names a file which is not there. */
    public BidManifest {
        files = List.copyOf(files);
        provenance = Map.copyOf(provenance);
        index = List.copyOf(index);
        for (int i = 0; i < index.size(); i++) {
            if (index.get(i).n() > files.size()) {
                throw TrustRefusal.BAD_FIELD.at(
                        "index[" + i + "].n", index.get(i).n(), "3 to " + files.size());
            }
        }
    }

    /** The canonical bytes. */
    public byte[] encode() {
        var doc = CanonicalJson.object().put("type", "bid-manifest").put("v", 1);
        var array = doc.putArray("files");
        files.forEach(entry -> array.add(toDoc(entry)));
        var marks = doc.putObject("provenance");
        provenance.forEach(marks::put);
        if (!index.isEmpty()) {
            var lines = doc.putArray("index");
            index.forEach(line -> lines.addObject()
                    .put("item", line.item())
                    .put("n", line.n())
                    .put("from", line.from())
                    .put("to", line.to()));
        }
        return CanonicalJson.encode(doc);
    }

    /** Reads canonical bytes; refuses other fields and shapes, and numbers with gaps. */
    public static BidManifest decode(byte[] bytes) {
        var fields = Fields.of(CanonicalJson.decode(bytes)).type("bid-manifest");
        boolean indexed = fields.doc().has("index");
        fields.exactly(indexed ? INDEXED : PLAIN);
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
        return new BidManifest(files, provenance, indexed ? index(fields) : List.of());
    }

    private static List<IndexLine> index(Fields manifest) {
        var lines = manifest.array("index", INDEX_MAX).stream()
                .map(BidManifest::indexLine)
                .toList();
        if (lines.isEmpty()) {
            throw TrustRefusal.BAD_FIELD.at("index", "empty", "absent, or 1 line or more");
        }
        return lines;
    }

    private static IndexLine indexLine(JsonNode json) {
        var fields = Fields.of(json).exactly("item", "n", "from", "to");
        int from = (int) fields.integer("from", 1, PAGES_MAX);
        return new IndexLine(fields.text("item"), (int) fields.integer("n", 3, BidFile.FILES_MAX), from, (int)
                fields.integer("to", from, PAGES_MAX));
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
