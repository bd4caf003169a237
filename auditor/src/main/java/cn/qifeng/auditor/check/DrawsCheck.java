package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Draws: committed before sealed, sealed before revealed, each step under a published head, and replayed. */
public final class DrawsCheck implements Check {

    private static final Set<String> PURPOSES = Set.of("COEFFICIENT", "EXPERTS", "LABELS", "SEATS");
    private static final List<String> STEPS =
            List.of("draw/committed", "draw/sealed", "draw/left-out", "draw/shared", "draw/revealed", "draw/result");

    @Override
    public String name() {
        return "draws";
    }

    @Override
    public int run(Dossier dossier) {
        var opened = dossier.entries("draw/opened");
        var ids = new HashSet<String>();
        for (Dossier.Entry draw : opened) {
            var id = draw.body().path("drawId").asText();
            Broken.unless(ids.add(id), draw.object(), "a draw twice");
            Broken.unless(PURPOSES.contains(draw.body().path("purpose").asText()), draw.object(), "an unknown purpose");
            if (draw.body().path("purpose").asText().equals("COEFFICIENT")) {
                coefficient(dossier, draw, opened);
            }
            replay(dossier, draw, id);
        }
        RepeatedDraws.check(dossier);
        for (String type : STEPS) {
            for (Dossier.Entry step : dossier.entries(type)) {
                Broken.unless(ids.contains(said(step).path("drawId").asText()), step.object(), "a step of no draw");
            }
        }
        return opened.size();
    }

    private static void coefficient(Dossier dossier, Dossier.Entry draw, List<Dossier.Entry> opened) {
        for (Dossier.Entry other : opened) {
            Broken.unless(
                    other == draw
                            || !other.body().path("purpose").asText().equals("COEFFICIENT")
                            || isVoid(dossier, other)
                            || isVoid(dossier, draw),
                    other.n() > draw.n() ? other.object() : draw.object(),
                    "a second draw of the coefficient");
        }
        var list =
                dossier.first("lot/bid-list").orElseThrow(() -> new Broken(draw.object(), "drawn before the bid list"));
        dossier.requireHeadBetween(list, draw);
        if (ReleasesCheck.byBidders(dossier)) {
            var releases = dossier.first("lot/release-list")
                    .orElseThrow(() -> new Broken(draw.object(), "drawn before the release list"));
            dossier.requireHeadBetween(releases, draw);
        }
        Shape.equal(draw.body(), "set", LotSets.of(dossier).current().id(), draw.object(), "a draw of another key set");
        var method = dossier.publication().path("method");
        Broken.unless(
                draw.body().path("pool").equals(method.path("k")),
                draw.object() + "#pool",
                "not the pool that was published");
        Broken.unless(draw.body().path("picks").asInt() == 1, draw.object() + "#picks", "not one coefficient");
    }

    /** Whether the chain has the result of a draw of the coefficient. */
    static boolean coefficientDrawn(Dossier dossier) {
        return !coefficients(dossier).isEmpty();
    }

    /** Results of draws of the coefficient; behind this check there is at most one. */
    static List<Dossier.Entry> coefficients(Dossier dossier) {
        return dossier.entries("draw/result").stream()
                .filter(result -> result.body().path("values").size() == 1)
                .filter(result -> dossier.entries("draw/opened").stream()
                        .anyMatch(draw -> draw.body().path("purpose").asText().equals("COEFFICIENT")
                                && draw.body()
                                        .path("drawId")
                                        .equals(result.body().path("drawId"))))
                .toList();
    }

    private static boolean isVoid(Dossier dossier, Dossier.Entry draw) {
        return dossier.entries("draw/void").stream()
                .anyMatch(
                        entry -> entry.body().path("drawId").equals(draw.body().path("drawId")));
    }

    private static void replay(Dossier dossier, Dossier.Entry draw, String id) {
        var poolHash = Hash.sm3(Canon.bytes(draw.body().path("pool"), draw.object()));
        Shape.equal(
                draw.body(), "poolHash", HexFormat.of().formatHex(poolHash), draw.object(), "not the hash of the pool");
        var commits = byParty(dossier, "draw/committed", id);
        var seals = byParty(dossier, "draw/sealed", id);
        var reveals = byParty(dossier, "draw/revealed", id);
        var results = dossier.entries("draw/result").stream()
                .filter(entry -> entry.body().path("drawId").asText().equals(id))
                .toList();
        Broken.unless(
                results.size() <= 1,
                results.isEmpty() ? "" : results.get(results.size() - 1).object(),
                "drawn twice");
        if (results.isEmpty()) {
            Broken.unless(
                    isVoid(dossier, draw)
                            || dossier.entries("tender/closed").isEmpty()
                                    && dossier.entries("lot/opened").isEmpty(),
                    draw.object(),
                    "a draw without a result");
            return;
        }
        var result = results.get(0);
        Broken.unless(!isVoid(dossier, draw), result.object(), "the draw is void");
        order(dossier, draw, commits, seals, reveals, result);
        leftOut(dossier, draw, commits.keySet(), seals, reveals, result);
        var nonces = new TreeMap<String, byte[]>();
        for (var reveal : reveals.entrySet()) {
            nonces.put(reveal.getKey(), nonce(reveal, commits, id, poolHash));
            if (!reveal.getValue().body().has("statement")) {
                shared(dossier, draw, reveal.getKey(), reveal.getValue());
            }
        }
        sealed(draw, id, seals, nonces, result);
        rebuilt(dossier, draw, seals, reveals, nonces);
        compare(draw, result, id, poolHash, nonces);
    }

    /** Every sealed nonce was drawn with, and no other. */
    private static void sealed(
            Dossier.Entry draw,
            String id,
            Map<String, Dossier.Entry> seals,
            Map<String, byte[]> nonces,
            Dossier.Entry result) {
        for (var seal : seals.entrySet()) {
            Broken.unless(nonces.containsKey(seal.getKey()), result.object(), "drawn without a nonce", seal.getKey());
            note(draw, id, seal.getKey(), seal.getValue());
        }
        Broken.unless(
                seals.keySet().containsAll(nonces.keySet()), result.object(), "drawn with a nonce that was not sealed");
    }

    /** Who reveals its nonce itself sealed the note that follows from it. */
    private static void rebuilt(
            Dossier dossier,
            Dossier.Entry draw,
            Map<String, Dossier.Entry> seals,
            Map<String, Dossier.Entry> reveals,
            Map<String, byte[]> nonces) {
        for (var seal : seals.entrySet()) {
            if (reveals.get(seal.getKey()).body().has("statement")) {
                var note = seal.getValue().doc().path("note");
                DrawNotes.check(
                        note,
                        set(dossier, draw),
                        nonces.get(seal.getKey()),
                        seal.getValue().object());
            }
        }
    }

    private static void note(Dossier.Entry draw, String id, String party, Dossier.Entry seal) {
        var note = seal.doc().path("note");
        var context = Hash.hex(
                Hash.ascii("QD1 note"), BidsCheck.uuid(id), HexFormat.of().parseHex(party));
        Shape.equal(note, "context", context, seal.object(), "a note of another draw or party");
        Shape.equal(note, "set", draw.body().path("set"), seal.object(), "sealed to another set");
    }

    /** Who did not deliver stands in an entry before any nonce is open. */
    private static void leftOut(
            Dossier dossier,
            Dossier.Entry draw,
            Set<String> committed,
            Map<String, Dossier.Entry> seals,
            Map<String, Dossier.Entry> reveals,
            Dossier.Entry result) {
        int first = reveals.values().stream().mapToInt(Dossier.Entry::n).min().orElse(result.n());
        var named = new HashSet<String>();
        for (Dossier.Entry entry : dossier.entries("draw/left-out")) {
            if (entry.body().path("drawId").equals(draw.body().path("drawId"))) {
                Broken.unless(entry.n() < first, entry.object(), "left out after a nonce was open");
                entry.body().path("parties").forEach(party -> named.add(party.asText()));
            }
        }
        for (JsonNode party : draw.body().path("parties")) {
            var id = party.asText();
            Broken.unless(
                    named.contains(id) || committed.contains(id) && seals.containsKey(id),
                    result.object(),
                    "a party is missing and was not left out",
                    id);
            Broken.unless(
                    !named.contains(id) || !reveals.containsKey(id), result.object(), "drawn with a party left out");
        }
    }

    /** A nonce in place of its party's word: as many members of the set gave a share as the set asks for. */
    private static void shared(Dossier dossier, Dossier.Entry draw, String party, Dossier.Entry reveal) {
        var set = set(dossier, draw);
        var members = OpeningCheck.members(set);
        var givers = new HashSet<String>();
        for (Dossier.Entry entry : dossier.entries("draw/shared")) {
            if (entry.n() < reveal.n()
                    && entry.doc().path("drawId").equals(draw.body().path("drawId"))
                    && RevealedSheet.holds(entry.doc().path("shares"), "party", party)) {
                var giver = Certificates.id(dossier.signer(entry.body().path("statement"), entry));
                Broken.unless(members.contains(giver), entry.object(), "a share by no member of the set");
                givers.add(giver);
            }
        }
        Broken.unless(
                givers.size() >= set.path("threshold").asInt(Integer.MAX_VALUE),
                reveal.object(),
                "opened by too few members of the set");
    }

    private static JsonNode set(Dossier dossier, Dossier.Entry draw) {
        for (Dossier.Entry entry : dossier.entries()) {
            if (entry.open()
                    && entry.body().has("keySet")
                    && Dossier.sm3(entry.body().path("keySet"), entry.object())
                            .equals(draw.body().path("set").asText())) {
                return entry.body().path("keySet");
            }
        }
        throw new Broken(draw.object() + "#set", "a key set that stands in no entry");
    }

    private static Map<String, Dossier.Entry> byParty(Dossier dossier, String type, String id) {
        var parties = new TreeMap<String, Dossier.Entry>();
        for (Dossier.Entry entry : dossier.entries(type)) {
            if (said(entry).path("drawId").asText().equals(id)) {
                Broken.unless(
                        entry.body().has("statement") || type.equals("draw/revealed"), entry.object(), "unsigned");
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
            Map<String, Dossier.Entry> reveals,
            Dossier.Entry result) {
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
            Broken.unless(reveal.n() < result.n(), reveal.object(), "revealed after the result");
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

    /** What the seed picks once out of a pool. */
    static JsonNode pick(byte[] seed, JsonNode pool) {
        return pool.path(picks(seed, pool.size(), 1).get(0));
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
