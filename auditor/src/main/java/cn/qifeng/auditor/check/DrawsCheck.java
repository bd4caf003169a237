package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws: committed before sealed, sealed before revealed, each step under a published head, and replayed. */
public final class DrawsCheck implements Check {

    @Override
    public String name() {
        return "draws";
    }

    @Override
    public int run(Dossier dossier) {
        var opened = dossier.entries("draw/opened");
        var purposes = new HashMap<String, String>();
        for (Dossier.Entry draw : opened) {
            var purpose = draw.body().path("purpose").asText();
            if (purpose.equals("COEFFICIENT")) {
                Broken.unless(
                        purposes.put(purpose, draw.object()) == null,
                        draw.object(),
                        "a second draw of the coefficient");
                dossier.first("lot/bid-list").ifPresent(list -> dossier.requireHeadBetween(list, draw));
            }
            replay(dossier, draw);
        }
        return opened.size();
    }

    private static void replay(Dossier dossier, Dossier.Entry draw) {
        var id = draw.body().path("drawId").asText();
        var poolHash = Hash.sm3(Canon.bytes(draw.body().path("pool"), draw.object()));
        Broken.unless(
                HexFormat.of()
                        .formatHex(poolHash)
                        .equals(draw.body().path("poolHash").asText()),
                draw.object() + "#poolHash",
                "not the hash of the pool");
        var commits = byParty(dossier, "draw/committed", id);
        var seals = byParty(dossier, "draw/sealed", id);
        var reveals = byParty(dossier, "draw/revealed", id);
        var result = dossier.entries("draw/result").stream()
                .filter(entry -> entry.body().path("drawId").asText().equals(id))
                .findFirst()
                .orElse(null);
        if (result == null) {
            Broken.unless(dossier.entries("tender/closed").isEmpty(), draw.object(), "a draw without a result");
            return;
        }
        order(dossier, draw, commits, seals, reveals);
        var nonces = new TreeMap<String, byte[]>();
        for (var reveal : reveals.entrySet()) {
            nonces.put(reveal.getKey(), nonce(reveal, commits, id, poolHash));
        }
        for (String party : seals.keySet()) {
            Broken.unless(nonces.containsKey(party), result.object(), "drawn without the nonce of " + party);
        }
        compare(draw, result, id, poolHash, nonces);
    }

    private static Map<String, Dossier.Entry> byParty(Dossier dossier, String type, String id) {
        var parties = new TreeMap<String, Dossier.Entry>();
        for (Dossier.Entry entry : dossier.entries(type)) {
            if (said(entry).path("drawId").asText().equals(id)) {
                var party = entry.body().has("statement")
                        ? Certificates.id(dossier.signer(entry.body().path("statement"), entry))
                        : entry.body().path("party").asText();
                Broken.unless(parties.put(party, entry) == null, entry.object(), "the same party twice");
            }
        }
        return parties;
    }

    /** What a party said, or for a nonce that the set opened what the entry says in its place. */
    private static JsonNode said(Dossier.Entry entry) {
        return entry.body().has("statement") ? entry.doc() : entry.body();
    }

    private static void order(
            Dossier dossier,
            Dossier.Entry draw,
            Map<String, Dossier.Entry> commits,
            Map<String, Dossier.Entry> seals,
            Map<String, Dossier.Entry> reveals) {
        var parties = new ArrayList<String>();
        draw.body().path("parties").forEach(party -> parties.add(party.asText()));
        for (String party : commits.keySet()) {
            Broken.unless(parties.contains(party), commits.get(party).object(), "not a party of the draw");
            dossier.requireHeadBetween(draw, commits.get(party));
        }
        for (var seal : seals.values()) {
            commits.values().forEach(commit -> dossier.requireHeadBetween(commit, seal));
        }
        for (var reveal : reveals.values()) {
            seals.values().forEach(seal -> dossier.requireHeadBetween(seal, reveal));
        }
        Broken.unless(!reveals.isEmpty(), draw.object(), "a draw without nonces");
    }

    private static byte[] nonce(
            Map.Entry<String, Dossier.Entry> reveal, Map<String, Dossier.Entry> commits, String id, byte[] poolHash) {
        var object = reveal.getValue().object();
        var nonce = Dossier.hex(said(reveal.getValue()), "nonce", 32, object);
        var commit = commits.get(reveal.getKey());
        Broken.unless(commit != null, object, "revealed without a commitment");
        var expected = Hash.hex(
                Hash.ascii("QD1 commit"),
                BidsCheck.uuid(id),
                poolHash,
                HexFormat.of().parseHex(reveal.getKey()),
                nonce);
        Broken.unless(expected.equals(commit.doc().path("commit").asText()), object, "not the nonce committed to");
        return nonce;
    }

    private static void compare(
            Dossier.Entry draw, Dossier.Entry result, String id, byte[] poolHash, TreeMap<String, byte[]> nonces) {
        var seed = Hash.sm3(
                Hash.ascii("QD1 seed"),
                BidsCheck.uuid(id),
                poolHash,
                Hash.join(nonces.values().toArray(byte[][]::new)));
        Broken.unless(
                HexFormat.of().formatHex(seed).equals(result.body().path("seed").asText()),
                result.object() + "#seed",
                "not the seed that the nonces give");
        var pool = draw.body().path("pool");
        var picked = picks(seed, pool.size(), draw.body().path("picks").asInt());
        var named = new ArrayList<Integer>();
        result.body().path("picked").forEach(index -> named.add(index.asInt()));
        Broken.unless(picked.equals(named), result.object() + "#picked", "not what the seed gives");
        int i = 0;
        for (JsonNode value : result.body().path("values")) {
            Broken.unless(value.equals(pool.get(picked.get(i++))), result.object() + "#values", "not what was picked");
        }
        Broken.unless(i == picked.size(), result.object() + "#values", "not what was picked");
    }

    /** The picks of a seed (docs/evidence.md section 8). */
    static List<Integer> picks(byte[] seed, int size, int count) {
        var list = new ArrayList<Integer>();
        for (int i = 0; i < size; i++) {
            list.add(i);
        }
        var stream = new Stream(seed);
        for (int i = 0; i < Math.min(count, size); i++) {
            int j = i + stream.below(size - i);
            list.set(i, list.set(j, list.get(i)));
        }
        return list.subList(0, Math.min(count, size));
    }

    private static final class Stream {

        private final byte[] seed;
        private ByteBuffer block = ByteBuffer.allocate(0);
        private int next;

        Stream(byte[] seed) {
            this.seed = seed;
        }

        int below(int n) {
            long limit = Long.divideUnsigned(-n, n) + 1;
            while (true) {
                if (!block.hasRemaining()) {
                    block = ByteBuffer.wrap(Hash.sm3(Hash.ascii("QD1 pick"), seed, Hash.u32(next++)));
                }
                long r = block.getLong();
                if (n == 1 || Long.compareUnsigned(Long.divideUnsigned(r, n), limit) < 0) {
                    return (int) Long.remainderUnsigned(r, n);
                }
            }
        }
    }
}
