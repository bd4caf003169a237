package cn.qifeng.trust.vectors;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.log.Entry;
import cn.qifeng.trust.log.EntryHead;
import cn.qifeng.trust.log.LogHead;
import cn.qifeng.trust.log.MemoryNodes;
import cn.qifeng.trust.log.MerkleTree;
import cn.qifeng.trust.log.WitnessStatement;
import cn.qifeng.trust.score.Commitments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Vectors of draws, commitments, entries and the tree. */
final class LogVectors {

    private static final UUID DRAW = UUID.fromString("1b0e9b52-6a3c-4d0f-8a11-000000000001");
    private static final UUID SESSION = UUID.fromString("1b0e9b52-6a3c-4d0f-8a11-000000000002");
    private static final TenderId TENDER = TenderId.of("1b0e9b52-6a3c-4d0f-8a11-000000000003");
    private static final int LEAVES = 11;

    private LogVectors() {}

    static ObjectNode draw() {
        var pool = List.of("0.950", "0.955", "0.960", "0.965", "0.970", "0.975", "0.980");
        var poolHash = Draw.poolHash(pool);
        var json = CanonicalJson.object().put("drawId", DRAW.toString()).put("poolHash", Hex.encode(poolHash));
        var values = json.putArray("pool");
        pool.forEach(values::add);
        var nonces = new TreeMap<String, byte[]>();
        var parties = json.putArray("parties");
        for (var name : List.of("party one", "party two", "party three")) {
            var party = Sm3.of(Bytes.ascii(name));
            var nonce = Sm3.of(Bytes.ascii("nonce of " + name));
            nonces.put(Hex.encode(party), nonce);
            parties.addObject()
                    .put("party", Hex.encode(party))
                    .put("nonce", Hex.encode(nonce))
                    .put("commit", Hex.encode(Draw.commit(DRAW, poolHash, party, nonce)))
                    .put("noteContext", Hex.encode(Draw.noteContext(DRAW, party)))
                    .put("noteSeed", Hex.encode(Draw.noteSeed(Draw.noteContext(DRAW, party), nonce)));
        }
        var seed = Draw.seed(DRAW, poolHash, nonces);
        json.put("seed", Hex.encode(seed));
        var picks = json.putArray("picks");
        addPicks(picks, seed, 7, 3);
        addPicks(picks, seed, 60, 60);
        addPicks(picks, seed, 1, 1);
        return json;
    }

    private static void addPicks(ArrayNode picks, byte[] seed, int size, int count) {
        var indexes = picks.addObject().put("size", size).put("picks", count).putArray("picked");
        for (int index : Draw.picks(seed, size, count)) {
            indexes.add(index);
        }
    }

    static ObjectNode commitments() {
        var member = Sm3.of(Bytes.ascii("member"));
        var nonce = Sm3.of(Bytes.ascii("nonce of the member"));
        var sheet = CanonicalJson.object().put("note", "施工组织设计").put("score", "36.50");
        var commit = Commitments.sheet(SESSION, member, 2, nonce, sheet);
        var ballot = Commitments.ballot(People.LOT, member, 1, nonce, "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "报价合理");
        var json = CanonicalJson.object()
                .put("session", SESSION.toString())
                .put("member", Hex.encode(member))
                .put("nonce", Hex.encode(nonce))
                .put("version", 2)
                .put("sheetCommit", Hex.encode(commit))
                .put("sheetNoteContext", Hex.encode(Commitments.noteContext(commit)))
                .put("lot", People.LOT.toString())
                .put("round", 1)
                .put("choice", "0f1e2d3c4b5a69788796a5b4c3d2e1f0")
                .put("reason", "报价合理")
                .put("ballotCommit", Hex.encode(ballot));
        json.set("sheet", sheet);
        return json;
    }

    static ObjectNode entry() {
        var salt = Hex.decode("404142434445464748494a4b4c4d4e4f");
        var body = CanonicalJson.object().put("reason", "向量");
        var place = new EntryHead.Place(TENDER, 1, EntryHead.NO_PREV);
        var head = new EntryHead("tender/published", 1, place, People.NOW, People.NOW.plusMillis(7));
        var entry = new Entry(head, salt, body);
        var alone = new Entry(new EntryHead("log/genesis", 1, null, People.NOW, People.NOW), salt, body);
        var json = CanonicalJson.object()
                .put("bodyHash", Hex.encode(entry.bodyHash()))
                .put("contentHash", entry.contentHashHex());
        json.set("entry", entry.toJson());
        json.set("entryOfNoTender", alone.toJson());
        return json.put("contentHashOfNoTender", alone.contentHashHex());
    }

    static ObjectNode tree() {
        var store = new MemoryNodes();
        var json = CanonicalJson.object().put("emptyRoot", Hex.encode(MerkleTree.emptyRoot()));
        var leaves = json.putArray("leaves");
        var roots = json.putArray("roots");
        for (int i = 0; i < LEAVES; i++) {
            var nonce = Sm3.of(Bytes.ascii("leaf nonce " + i));
            var content = Sm3.of(Bytes.ascii("content " + i));
            var entry = MerkleTree.entry(nonce, content);
            MerkleTree.append(store, i, entry);
            leaves.addObject()
                    .put("nonce", Hex.encode(nonce))
                    .put("contentHash", Hex.encode(content))
                    .put("entry", Hex.encode(entry));
            roots.add(Hex.encode(MerkleTree.root(store, i + 1L)));
        }
        var inclusion = json.putArray("inclusion");
        var consistency = json.putArray("consistency");
        for (int i = 0; i < LEAVES; i++) {
            var proof =
                    inclusion.addObject().put("index", i).put("size", LEAVES).putArray("proof");
            MerkleTree.inclusion(store, i, LEAVES).forEach(hash -> proof.add(Hex.encode(hash)));
            var way = consistency.addObject().put("from", i).put("to", LEAVES).putArray("proof");
            MerkleTree.consistency(store, i, LEAVES).forEach(hash -> way.add(Hex.encode(hash)));
        }
        return json;
    }

    static ObjectNode head(People people) {
        var log = people.signingKey(people.credential("日志", "启封测试平台", null));
        var witness = people.signingKey(people.credential("监督见证", "启封测试监督", null));
        var head = new LogHead(
                log.certificateId(),
                64,
                Sm3.of(Bytes.ascii("root")),
                0,
                MerkleTree.emptyRoot(),
                People.NOW,
                People.NOW.plusMillis(5),
                true);
        var statement = new WitnessStatement("SUPERVISION", head.hash(), 64, People.NOW.plusSeconds(1));
        var json = CanonicalJson.object().put("headHash", Hex.encode(head.hash()));
        json.set("head", Statement.of(head.toDoc(), log).toJson());
        json.set("witness", Statement.of(statement.toDoc(), witness).toJson());
        return json;
    }
}
