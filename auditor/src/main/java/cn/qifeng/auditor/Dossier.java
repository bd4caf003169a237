package cn.qifeng.auditor;

import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Qs1;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The package under audit with what the checks before have established. */
public final class Dossier {

    /** One entry of the tender's chain; {@code body} is {@code null} when it is withheld. */
    public record Entry(
            String object,
            int n,
            String type,
            String tender,
            Instant at,
            JsonNode body,
            String contentHash,
            long index) {

        /** The statement's doc of an entry that carries one. */
        public JsonNode doc() {
            return body.path("statement").path("doc");
        }

        /** Whether the body is here. */
        public boolean open() {
            return body != null;
        }
    }

    /** One signed and witnessed head. */
    public record Head(long size, byte[] root, Instant at, Instant machineAt, boolean sandbox) {}

    private final PackageFile file;
    private final Anchors anchors;
    private final JsonNode manifest;
    private final List<Head> heads;
    private final List<Entry> chain;
    private final List<Entry> entries;
    private final List<String> withheld;
    private final List<String> attested;
    private final List<String> falseBlames;
    private final List<X509Certificate> issuers;

    Dossier(PackageFile file, Anchors anchors) {
        this.file = file;
        this.anchors = anchors;
        this.manifest = file.json("package.json");
        this.heads = new ArrayList<>();
        this.chain = new ArrayList<>();
        this.entries = chain;
        this.withheld = new ArrayList<>();
        this.attested = new ArrayList<>();
        this.falseBlames = new ArrayList<>();
        this.issuers = new ArrayList<>();
    }

    private Dossier(Dossier of, List<Entry> shown) {
        this.file = of.file;
        this.anchors = of.anchors;
        this.manifest = of.manifest;
        this.heads = of.heads;
        this.chain = of.chain;
        this.entries = shown;
        this.withheld = of.withheld;
        this.attested = of.attested;
        this.falseBlames = of.falseBlames;
        this.issuers = of.issuers;
    }

    /** The same package with some of its entries only; signers are held to the whole chain all the same. */
    public Dossier where(Predicate<Entry> shown) {
        return new Dossier(this, entries.stream().filter(shown).toList());
    }

    /** The objects. */
    public PackageFile file() {
        return file;
    }

    /** The user's anchors, empty when none were given. */
    public Optional<Anchors> anchors() {
        return Optional.ofNullable(anchors);
    }

    /** {@code package.json}. */
    public JsonNode manifest() {
        return manifest;
    }

    /** {@code PUBLIC}, {@code PARTY}, {@code TRUSTEE} or {@code SUPERVISOR}. */
    public String cut() {
        return manifest.path("cut").asText();
    }

    /** Whether the cut may withhold nothing. */
    public boolean whole() {
        return "SUPERVISOR".equals(cut());
    }

    /** Whether the cut is what a trustee verifies before it presses: envelopes without their files. */
    public boolean pressing() {
        return "TRUSTEE".equals(cut());
    }

    /** The doc of the publication. */
    public JsonNode publication() {
        return chain.get(0).doc();
    }

    /** The tender whose chain this is, as its first entry says. */
    public String tender() {
        return chain.get(0).doc().path("tender").asText();
    }

    /** The lot, as the publication says. */
    public String lot() {
        return publication().path("lot").path("id").asText();
    }

    /** Published heads by size. */
    public List<Head> heads() {
        return heads;
    }

    /** Entries by number. */
    public List<Entry> entries() {
        return entries;
    }

    /** All entries of the package, in a view that shows only some. */
    public List<Entry> chain() {
        return chain;
    }

    /** Entries of one type. */
    public List<Entry> entries(String type) {
        return entries.stream().filter(entry -> entry.type().equals(type)).toList();
    }

    /** The first entry of a type, if it occurred. */
    public Optional<Entry> first(String type) {
        return entries(type).stream().findFirst();
    }

    /** The last entry of a type, if it occurred. */
    public Optional<Entry> last(String type) {
        return entries(type).stream().reduce((former, later) -> later);
    }

    /** Certificates between signers and roots. */
    public List<X509Certificate> issuers() {
        return issuers;
    }

    /** What was withheld. */
    public List<String> withheld() {
        return withheld;
    }

    /** What is attested by the platform and not proved here. */
    public List<String> attested() {
        return attested;
    }

    /** Trustees who called a wrap bad that the rebuilt envelope shows to be good. */
    public List<String> falseBlames() {
        return falseBlames;
    }

    /** The head of exactly this size. */
    public Head head(long size, String object) {
        return heads.stream()
                .filter(head -> head.size() == size)
                .findFirst()
                .orElseThrow(() -> new Broken(object, "under a head that is not here", String.valueOf(size)));
    }

    /** Demands that a published head stands between two entries. */
    public void requireHeadBetween(Entry before, Entry after) {
        Broken.unless(
                heads.stream().anyMatch(head -> head.size() > before.index() && head.size() <= after.index()),
                after.object(),
                "no published head between",
                before.object());
    }

    /** The signer of a statement {doc, sig}; checks signature, chain to the roots and the chain head it refers to. */
    public X509Certificate signer(JsonNode statement, Entry in) {
        var signer = signer(statement, in.object(), in.at());
        var doc = statement.path("doc");
        Broken.unless(
                doc.path("tender").isMissingNode()
                        || doc.path("tender").asText().equals(in.tender()),
                in.object() + "#statement.doc.tender",
                "said in another tender");
        var seen = doc.path("seen");
        if (seen.isObject()) {
            int n = seen.path("n").asInt(-1);
            Broken.unless(
                    n >= 0
                            && n < in.n()
                            && (n == 0
                                    || chain.get(n - 1)
                                            .contentHash()
                                            .equals(seen.path("hash").asText())),
                    in.object() + "#statement.doc.seen",
                    "the signer saw another chain");
        }
        return signer;
    }

    /** The signer of a statement outside the chain. */
    public X509Certificate signer(JsonNode statement, String object, Instant at) {
        var doc = statement.path("doc");
        Broken.unless(doc.isObject(), object, "a statement without a doc");
        var chain = Qs1.verify(Canon.bytes(doc, object), Shape.base64(statement, "sig", object), object);
        requireTrusted(chain, object, at);
        return chain.get(0);
    }

    /** Demands that the first certificate leads to a root of the trust file, when there is one. */
    public void requireTrusted(List<X509Certificate> chain, String object, Instant at) {
        var others = new ArrayList<>(chain);
        others.addAll(issuers);
        anchors()
                .ifPresent(known -> Broken.unless(
                        Certificates.trusted(chain.get(0), others, known.roots(), at),
                        object,
                        "leads to no root of the trust file"));
    }

    /**
     * The signer of what a key of the trust file must have signed. A signature in which no certificate of the trust file
     * stands is not by its keys, whatever else is wrong with it: so a changed certificate has one name, however well a
     * reader can read it.
     *
     * @param kind {@code logCertificates}, {@code receiptCertificates} or {@code witnesses}
     */
    public X509Certificate platformSigner(String kind, byte[] content, byte[] signature, String object) {
        try {
            return Qs1.verify(content, signature, object).get(0);
        } catch (Broken broken) {
            if (anchors != null) {
                Broken.unless(anchors.anyStandsIn(signature, kind), object, "not a key of the trust file");
            }
            throw broken;
        }
    }

    /** Bytes of a hex field of the given length. */
    public static byte[] hex(JsonNode node, String field, int length, String object) {
        return Shape.hex(node, field, length, object);
    }

    /** A moment in the one form that evidence uses. */
    public static Instant moment(JsonNode node, String field, String object) {
        return Shape.moment(node, field, object);
    }

    /** SM3 of the canonical form of a value, hex. */
    public static String sm3(JsonNode value, String object) {
        return Hash.hex(Canon.bytes(value, object));
    }
}
