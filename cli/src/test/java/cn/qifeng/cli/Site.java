package cn.qifeng.cli;

import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetMember;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import cn.qifeng.trust.log.Entry;
import cn.qifeng.trust.log.EntryHead;
import cn.qifeng.trust.log.LogHead;
import cn.qifeng.trust.log.MemoryNodes;
import cn.qifeng.trust.log.MerkleTree;
import cn.qifeng.trust.log.WitnessStatement;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.trustfile.AnchoredKey;
import cn.qifeng.trust.trustfile.TrustAnchors;
import cn.qifeng.trust.trustfile.TrustFile;
import cn.qifeng.trust.trustfile.TrustMode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A platform made of keys alone: authority, log, three witnesses, receipts, and one published tender. Fictional. */
public final class Site {

    /** When everything here takes place. */
    public static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    /** Password of every key file. */
    public static final String PASSWORD = "correct horse";

    private static final Instant END = Instant.parse("2029-03-02T01:00:00Z");
    private static final List<Side> SIDES = List.of(Side.SUPERVISION, Side.NOTARY, Side.CENTRE);

    private final SecureRandom random = new SecureRandom();
    private final CertificateAuthority authority = CertificateAuthority.create("测试根", NOW, random);
    private final Credential log = person("日志");
    private final Credential receipts = person("回执");
    private final List<Credential> trustees =
            SIDES.stream().map(side -> person(side.name())).toList();
    private final List<BigInteger> lotKeys = new ArrayList<>();

    /** The tender, its lot and its bidder. */
    public final UUID tender = UUID.randomUUID();

    /** The lot. */
    public final UUID lot = UUID.randomUUID();

    /** The bidder. */
    public final Credential bidder = person("青石建设有限公司");

    /** What the bidder trusts. */
    public final TrustFile trust = trustFile();

    /** The lot's key set. */
    public final KeySet keySet = keySet();

    private final Entry publication = publication();

    private Credential person(String name) {
        return authority.issueWithKey(new Subject(name, name, null), NOW, END);
    }

    /** Private key of trustee x, from 1. */
    public BigInteger lotKey(int x) {
        return lotKeys.get(x - 1);
    }

    /** The bidder's key file. */
    public byte[] keyFile() {
        return new KeyFile(bidder, Optional.empty()).write(PASSWORD.toCharArray(), random);
    }

    /** The tender as the public interface tells it. */
    public ObjectNode downloaded() {
        var json = CanonicalJson.object();
        json.putObject("tender").put("publicationHash", publication.contentHashHex());
        json.set("publication", publication.toJson());
        return json;
    }

    /** The place of the publication in the log. */
    public ObjectNode proof() {
        return proof(publication.contentHashHex(), 3);
    }

    /** The place of a content in a log of four entries, under a head with so many witnesses. */
    public ObjectNode proof(String contentHash, int witnesses) {
        var nodes = new MemoryNodes();
        var nonce = bytes(32);
        long size = 0;
        for (int i = 0; i < 4; i++) {
            size = MerkleTree.append(
                    nodes, size, i == 2 ? MerkleTree.entry(nonce, Hex.decode(contentHash)) : bytes(32));
        }
        var head = new LogHead(logId(), 4, MerkleTree.root(nodes, 4), 0, MerkleTree.emptyRoot(), NOW, NOW, true);
        var proof = CanonicalJson.object();
        var leaf = proof.putObject("leaf")
                .put("index", 2)
                .put("nonce", Hex.encode(nonce))
                .put("size", 4);
        var path = leaf.putArray("proof");
        MerkleTree.inclusion(nodes, 2, 4).forEach(hash -> path.add(Hex.encode(hash)));
        var published = proof.putObject("head");
        published.set("head", head.toDoc());
        published.put("sig", Statement.of(head.toDoc(), SigningKey.of(log)).sig());
        var statements = published.putArray("witnesses");
        for (int i = 0; i < witnesses; i++) {
            var doc = new WitnessStatement(SIDES.get(i).name(), head.hash(), 4, NOW).toDoc();
            statements.add(Statement.of(doc, SigningKey.of(trustees.get(i))).toJson());
        }
        return proof;
    }

    /** A receipt for an envelope. */
    public Statement receipt(String bidId, String headerHash, int seq) {
        var doc = CanonicalJson.object()
                .put("type", "bid-receipt")
                .put("v", 1)
                .put("act", "SEALED")
                .put("tender", tender.toString())
                .put("lot", lot.toString())
                .put("bidId", bidId)
                .put("headerHash", headerHash)
                .put("seq", seq)
                .put("stamp", Moments.format(NOW))
                .put("boundMs", 3)
                .put("verdict", "ON_TIME")
                .put("log", logId())
                .put("trustFile", trust.fingerprint())
                .put("sandbox", true);
        return Statement.of(doc, SigningKey.of(receipts));
    }

    private String logId() {
        return SigningKey.of(log).certificateId();
    }

    private TrustFile trustFile() {
        var witnesses = new ArrayList<TrustAnchors.WitnessKey>();
        for (int i = 0; i < 3; i++) {
            witnesses.add(new TrustAnchors.WitnessKey(SIDES.get(i).name(), anchored(trustees.get(i))));
        }
        var file = new TrustFile(
                new TrustAnchors(
                        1,
                        TrustMode.SANDBOX,
                        logId(),
                        List.of(anchored(log)),
                        List.of(anchored(receipts)),
                        List.of(),
                        List.of(authority.root()),
                        witnesses,
                        2,
                        new byte[32]),
                List.of());
        for (int i = 0; i < 3; i++) {
            file = file.signedBy(SIDES.get(i).name(), SigningKey.of(trustees.get(i)));
        }
        return file;
    }

    private static AnchoredKey anchored(Credential credential) {
        return new AnchoredKey(credential.certificate(), NOW, null);
    }

    private KeySet keySet() {
        var members = new ArrayList<KeySetMember>();
        for (int x = 1; x <= 3; x++) {
            var identity = trustees.get(x - 1);
            var key = Sm2.newPrivateKey(random);
            lotKeys.add(key);
            var offer = new KeyOffer(KeySetPurpose.LOT, lot, Sm2.publicKey(key));
            members.add(new KeySetMember(
                    x,
                    "保管人" + x,
                    SIDES.get(x - 1),
                    identity.certificate(),
                    Sm2.publicKey(key),
                    offer.sign(SigningKey.of(identity))));
        }
        return new KeySet(KeySetPurpose.LOT, lot, 2, members);
    }

    private Entry publication() {
        var doc = CanonicalJson.object()
                .put("type", "tender-publication")
                .put("v", 1)
                .put("tender", tender.toString())
                .put("openingMode", "TRUSTEES")
                .put("trusteeSet", keySet.idHex())
                .put("durationDaysMax", 360)
                .put("bidValidityDays", 90);
        doc.putObject("lot").put("id", lot.toString()).put("name", "示例标段").put("ceilingFen", 20_000);
        doc.putObject("document").put("version", 1);
        doc.putObject("schedule").put("bidDeadline", Moments.format(NOW.plusSeconds(3600)));
        doc.putObject("security").put("amountFen", 400).putArray("forms").add("BOND");
        var review = doc.putArray("review");
        review.addObject().put("item", "F1").put("name", "签字盖章").put("page", false);
        review.addObject().put("item", "Q1").put("name", "安全生产许可证").put("page", true);
        var body = CanonicalJson.object();
        body.set("statement", Statement.of(doc, SigningKey.of(person("招标代理"))).toJson());
        body.set("keySet", keySet.toDoc());
        var place = new EntryHead.Place(new cn.qifeng.kernel.TenderId(tender), 1, EntryHead.NO_PREV);
        return new Entry(new EntryHead("tender/published", 1, place, NOW, NOW), bytes(16), body);
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
