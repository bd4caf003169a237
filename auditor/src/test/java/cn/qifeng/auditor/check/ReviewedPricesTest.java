package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossiers;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Example E1 of docs/price-methods.md, and a fourth bid that equals the third, as the public cut shows them. */
@DisplayName("Reviewed prices in a package 存证包中的评标价")
class ReviewedPricesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SESSION = "00000000-0000-0000-0000-000000000001";
    private static final String SEED = "5e".repeat(32);
    private static final List<String> BIDS =
            List.of("01", "02", "03", "04").stream().map(it -> it.repeat(16)).toList();
    private static final String METHOD = """
            {"code":"M-E","k":["1"],"adjustments":[
            {"code":"L1","kind":"OMISSION"},
            {"code":"L2","kind":"DURATION","baseDays":300,"laterFen":100000,"earlierFen":50000},
            {"code":"L3","kind":"DEVIATION","amountFen":-2000000},
            {"code":"L4","kind":"SHARE","percent":"0.15"}]}""";
    private static final String OMITTED = found(1, "L1", """
            {"bidId":"%1$s","count":null,"quoteFen":null,"page":"3"},{"bidId":"%2$s","count":null,"quoteFen":12000000,"page":"3"},
            {"bidId":"%3$s","count":null,"quoteFen":9500000,"page":"3"},{"bidId":"%4$s","count":null,"quoteFen":9500000,"page":"3"}""");
    private static final String COUNTED = found(2, "L3", """
            {"bidId":"%1$s","count":0,"quoteFen":null,"page":""},{"bidId":"%2$s","count":1,"quoteFen":null,"page":"3"},
            {"bidId":"%3$s","count":0,"quoteFen":null,"page":""},{"bidId":"%4$s","count":0,"quoteFen":null,"page":""}""");
    private static final String SHARED = found(3, "L4", """
            {"bidId":"%1$s","count":0,"quoteFen":null,"page":""},{"bidId":"%2$s","count":2,"quoteFen":null,"page":"3"},
            {"bidId":"%3$s","count":0,"quoteFen":null,"page":""},{"bidId":"%4$s","count":0,"quoteFen":null,"page":""}""");

    /** In fen: steps of each bid, and what they come to. */
    private static final long[][] STEPS = {
        {12_000_000, 0, 0, 0}, {0, 1_000_000, -2_000_000, 2_376_000}, {0, -500_000, 0, 0}, {0, -500_000, 0, 0}
    };

    private static final long[] PRICES = {785_000_000, 792_000_000, 801_000_000, 801_000_000};
    private static final int[] DAYS = {300, 310, 290, 290};

    @Test
    void holdsEveryStepSumAndRank() {
        var dossier = dossier(found -> {}, scored -> {});

        assertThat(new FindingsCheck().run(dossier)).isEqualTo(3);
        assertThat(new ScoresCheck().run(dossier)).isEqualTo(4);
    }

    @Test
    void namesAnotherAmountSumRankAndWhatIsScored() {
        assertThat(scoreLie(it -> step(it, 0, 0).put("amountFen", 9_500_000)))
                .isEqualTo("another-amount-of-an-adjustment");
        assertThat(scoreLie(it -> step(it, 2, 1).put("amountFen", 500_000)))
                .isEqualTo("another-amount-of-an-adjustment");
        assertThat(scoreLie(it -> step(it, 1, 3).put("code", "L3"))).isEqualTo("not-the-declared-adjustments-in-order");
        assertThat(scoreLie(it -> line(it, 0).put("reviewedFen", 785_000_000))).isEqualTo("another-reviewed-price");
        assertThat(scoreLie(it -> line(it, 0).put("rank", 1))).isEqualTo("another-rank");
        assertThat(scoreLie(it -> {
                    int third = line(it, 2).path("rank").intValue();
                    line(it, 2).put("rank", line(it, 3).path("rank").intValue());
                    line(it, 3).put("rank", third);
                }))
                .isEqualTo("another-rank");
        assertThat(scoreLie(it -> it.put("basePriceFen", 1))).isEqualTo("scores-in-a-method-that-has-none");
        assertThat(scoreLie(it -> it.withArray("reviewed").remove(3))).isEqualTo("not-exactly-the-valid-bids-in-order");
    }

    @Test
    void namesAFindingThatTheScoresDoNotRestOn() {
        var changed = dossier(
                found -> found.get(1).withArray("lines").forEach(it -> ((ObjectNode) it).put("quoteFen", 1)), it -> {});
        assertThat(code(() -> new ScoresCheck().run(changed))).isEqualTo("another-amount-of-an-adjustment");
        var lost = dossier(found -> found.remove(3), it -> {});
        assertThat(code(() -> new ScoresCheck().run(lost))).isEqualTo("nothing-found-of-a-bid");
        var dropped =
                dossier(found -> found.get(2).put("for", 2).put("against", 3).put("carried", false), it -> {});
        assertThat(code(() -> new ScoresCheck().run(dropped))).isEqualTo("nothing-found-of-a-bid");
    }

    @Test
    void namesAFindingThatCannotStand() {
        assertThat(foundLie(it -> it.put("for", 3))).isEqualTo("not-a-vote-of-every-member");
        assertThat(foundLie(it -> it.put("for", 2).put("against", 3))).isEqualTo("not-what-the-majority-found");
        assertThat(foundLie(it -> it.put("carried", false))).isEqualTo("not-what-the-majority-found");
        assertThat(foundLie(it -> it.put("code", "L2"))).isEqualTo("not-an-adjustment-that-was-declared");
        assertThat(foundLie(it -> it.put("number", 7))).isEqualTo("not-the-next-number-of-a-finding");
        assertThat(foundLie(it -> first(it).put("quoteFen", -1))).isEqualTo("not-what-the-adjustment-needs");
        assertThat(foundLie(it -> first(it).put("count", 1))).isEqualTo("not-what-the-adjustment-needs");
        assertThat(foundLie(it -> first(it).put("page", " "))).isEqualTo("a-finding-without-a-page");
        assertThat(foundLie(it -> first(it).put("bidId", "09".repeat(16)))).isEqualTo("a-finding-about-no-opened-bid");
        assertThat(foundLie(it -> it.withArray("lines").add(first(it)))).isEqualTo("bids-not-once-each-in-order");
    }

    @Test
    void namesABidThatAMajorityDidNotPassAndOnWhichNobodyVoted() {
        assertThatCode(() -> passed("1", "0", "1")).doesNotThrowAnyException();
        assertThat(code(() -> passed("1", "0", "0"))).isEqualTo("a-bid-that-did-not-pass-and-no-vote-on-it");
        assertThat(code(() -> passed("1", "0.5", "1"))).isEqualTo("neither-passed-nor-failed");
    }

    private static void passed(String... points) {
        var dossier = dossier(found -> {}, scored -> {});
        var scored = dossier.first("evaluation/scored").orElseThrow();
        var items = new PassedItems(dossier, scored);
        for (int i = 0; i < points.length; i++) {
            var reveal = object(
                    "{\"member\":\"%064x\",\"sheet\":{\"bids\":[{\"label\":\"A\",\"items\":[{\"item\":\"T1\"}]}]}}"
                            .formatted(i));
            ((ObjectNode) reveal.at("/sheet/bids/0/items/0")).put("score", points[i]);
            // every member sees the one bid of this session under A
            items.take(new Dossier.Entry("chain/9", 9, "evaluation/revealed", "t", Instant.EPOCH, reveal, "", 9));
        }
        items.check();
    }

    private static String scoreLie(Consumer<ObjectNode> lie) {
        return code(() -> new ScoresCheck().run(dossier(found -> {}, lie)));
    }

    private static String foundLie(Consumer<ObjectNode> lie) {
        return code(() -> new FindingsCheck().run(dossier(found -> lie.accept(found.get(1)), it -> {})));
    }

    private static String code(ThrowingCallable act) {
        return catchThrowableOfType(Broken.class, act).code();
    }

    private static Dossier dossier(Consumer<Map<Integer, ObjectNode>> findings, Consumer<ObjectNode> lie) {
        var dossier = Dossiers.of(PackageFile.of(Map.of("package.json", "{}".getBytes(StandardCharsets.UTF_8))));
        add(
                dossier,
                "tender/published",
                object("{\"statement\":{\"doc\":{\"panel\":{\"size\":5},\"method\":%s}}}".formatted(METHOD)));
        add(dossier, "draw/opened", object("{\"drawId\":\"d\",\"purpose\":\"COEFFICIENT\"}"));
        add(dossier, "draw/result", object("{\"drawId\":\"d\",\"values\":[\"1\"],\"seed\":\"%s\"}".formatted(SEED)));
        var opened = object("{\"results\":[]}");
        for (int i = 0; i < BIDS.size(); i++) {
            opened.withArray("results")
                    .addObject()
                    .put("bidId", BIDS.get(i))
                    .put("status", "OPENED")
                    .putObject("bid")
                    .put("priceFen", PRICES[i])
                    .put("durationDays", DAYS[i]);
        }
        add(dossier, "lot/opened", opened);
        add(
                dossier,
                "evaluation/opened",
                object("{\"bids\":[\"%s\"],\"labelCommit\":\"%s\"}"
                        .formatted(
                                BIDS.get(0),
                                Hash.hex(
                                        Hash.ascii("QC1 labels"),
                                        BidsCheck.uuid(SESSION),
                                        HexFormat.of().parseHex(SEED)))));
        var found = new HashMap<>(Map.of(1, object(OMITTED), 2, object(COUNTED), 3, object(SHARED)));
        findings.accept(found);
        add(dossier, "evaluation/finding-vote", null);
        found.values().forEach(it -> add(dossier, "evaluation/found", it));
        var scored = scored();
        lie.accept(scored);
        add(dossier, "evaluation/scored", scored);
        return dossier;
    }

    private static ObjectNode scored() {
        var scored =
                object("{\"session\":\"%s\",\"labelSeed\":\"%s\",\"input\":{\"k\":\"1\"}}".formatted(SESSION, SEED));
        scored.set("method", object(METHOD));
        var lots = AbcDraw.order(
                new Dossier.Entry(
                        "", 1, "draw/result", "t", Instant.EPOCH, object("{\"seed\":\"%s\"}".formatted(SEED)), "", 1),
                BIDS);
        boolean thirdFirst = lots.indexOf(BIDS.get(2)) < lots.indexOf(BIDS.get(3));
        int[] ranks = {2, 1, thirdFirst ? 3 : 4, thirdFirst ? 4 : 3};
        for (int i = 0; i < BIDS.size(); i++) {
            var bid = BIDS.get(i);
            ((ObjectNode) scored.path("input"))
                    .withArray("prices")
                    .addObject()
                    .put("bidId", bid)
                    .put("priceFen", PRICES[i]);
            scored.withArray("technical").addObject().put("bidId", bid).put("score", "1.00");
            var line =
                    scored.withArray("reviewed").addObject().put("bidId", bid).put("rank", ranks[i]);
            long sum = PRICES[i];
            for (int step = 0; step < 4; step++) {
                line.withArray("steps")
                        .addObject()
                        .put("code", "L" + (step + 1))
                        .put("amountFen", STEPS[i][step]);
                sum += STEPS[i][step];
            }
            line.put("reviewedFen", sum);
        }
        return scored;
    }

    private static String found(int number, String code, String lines) {
        return "{\"session\":\"%s\",\"number\":%d,\"code\":\"%s\",\"for\":4,\"against\":1,\"carried\":true,\"lines\":[%s]}"
                .formatted(SESSION, number, code, lines.formatted(BIDS.toArray()));
    }

    private static ObjectNode line(ObjectNode scored, int bid) {
        return (ObjectNode) scored.path("reviewed").get(bid);
    }

    private static ObjectNode step(ObjectNode scored, int bid, int step) {
        return (ObjectNode) line(scored, bid).path("steps").get(step);
    }

    private static ObjectNode first(ObjectNode found) {
        return (ObjectNode) found.path("lines").get(0);
    }

    private static void add(Dossier dossier, String type, JsonNode body) {
        int n = dossier.entries().size() + 1;
        dossier.entries().add(new Dossier.Entry("chain/" + n, n, type, "t", Instant.EPOCH, body, "", n));
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
