package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossiers;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Example D1 of docs/price-methods.md as entries of a chain, with the sheets withheld. */
@DisplayName("Scores of method M-D in a package 存证包中的 ABC 合成法")
class ScoresCheckTest {

    private static final String SESSION = "7d0f6c7e-91aa-4c55-b1fb-5a5d0bb6a0c3";
    private static final String LABELS = "5e".repeat(32);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Long> PRICES =
            List.of(830_000_000L, 850_000_000L, 865_000_000L, 880_000_000L, 900_000_000L);
    private static final List<String> SCORES = List.of("79.98", "77.57", "75.76", "73.95", "71.54");
    private static final List<String> BIDS =
            IntStream.range(0, PRICES.size()).mapToObj("%032x"::formatted).toList();

    @Test
    void holdsWithDeltaAndTheBidThatTheSeedGives() {
        assertThat(new ScoresCheck().run(dossier(scored -> {}))).isEqualTo(PRICES.size());
    }

    @Test
    void namesWhatTheSeedDoesNotGive() {
        assertThat(culprit(scored -> input(scored).put("delta", "0.15"))).isEqualTo("#input.delta");
        assertThat(culprit(scored -> input(scored).put("drawn", BIDS.get(1)))).isEqualTo("#input.drawn");
        assertThat(culprit(scored -> input(scored).put("drawn", BIDS.get(0)))).isEqualTo("#input.drawn");
        assertThat(culprit(scored -> scored.put("basePriceFen", 829_835_001L))).isEqualTo("#basePriceFen");
        assertThat(culprit(scored -> scored.put("labelSeed", "5f".repeat(32)))).isEqualTo("#labelSeed");
    }

    @Test
    void leavesAShareOfThePricesOutOfTheMean() {
        var share = "[{\"bidsMin\":5,\"dropHighPercent\":\"30\",\"dropLowPercent\":\"9.9\"}]";
        var all = new ScoresCheck();
        assertThat(all.run(dossier(share, scored -> counted(scored, BIDS.subList(0, 3)))))
                .isEqualTo(PRICES.size());
        var broken = catchThrowableOfType(Broken.class, () -> all.run(dossier(share, scored -> {})));
        assertThat(broken.object()).endsWith("#input.counted");
    }

    private static void counted(ObjectNode scored, List<String> bids) {
        var list = input(scored).putArray("counted");
        bids.forEach(list::add);
    }

    private static String culprit(Consumer<ObjectNode> lie) {
        var broken = catchThrowableOfType(Broken.class, () -> new ScoresCheck().run(dossier(lie)));
        return broken.object().substring(broken.object().indexOf('#'));
    }

    private static ObjectNode input(ObjectNode scored) {
        return (ObjectNode) scored.path("input");
    }

    private static Dossier dossier(Consumer<ObjectNode> change) {
        return dossier("[]", change);
    }

    private static Dossier dossier(String trim, Consumer<ObjectNode> change) {
        var dossier = Dossiers.of(PackageFile.of(Map.of("package.json", "{}".getBytes(StandardCharsets.UTF_8))));
        var method = object("{\"code\":\"M-D\",\"fullScore\":\"80\",\"e1\":\"1.0\",\"e2\":\"0.6\",\"k\":[\"0.97\"],"
                + "\"delta\":[\"0.14\"],\"trim\":" + trim + "}");
        var published = object("{\"statement\":{\"doc\":{\"lot\":{\"ceilingFen\":1000000000}}}}");
        ((ObjectNode) published.path("statement").path("doc")).set("method", method);
        add(dossier, "tender/published", published);
        add(dossier, "draw/opened", object("{\"drawId\":\"d\",\"purpose\":\"COEFFICIENT\"}"));
        add(
                dossier,
                "draw/result",
                object("{\"drawId\":\"d\",\"values\":[\"0.97\"]}").put("seed", seed()));
        var opened = object("{\"results\":[]}");
        var scored = object("{\"input\":{\"k\":\"0.97\",\"delta\":\"0.14\"},\"basePriceFen\":829835000}");
        scored.set("method", method);
        lines(opened, scored);
        add(dossier, "lot/opened", opened);
        var commit = Hash.hex(
                Hash.ascii("QC1 labels"),
                BidsCheck.uuid(SESSION),
                HexFormat.of().parseHex(LABELS));
        add(dossier, "evaluation/opened", object("{}").put("labelCommit", commit));
        scored.put("session", SESSION).put("labelSeed", LABELS);
        change.accept(scored);
        add(dossier, "evaluation/scored", scored);
        return dossier;
    }

    private static void lines(ObjectNode opened, ObjectNode scored) {
        input(scored).put("drawn", BIDS.get(2));
        counted(scored, BIDS);
        var prices = input(scored).putArray("prices");
        for (int i = 0; i < BIDS.size(); i++) {
            var bid = BIDS.get(i);
            ((ArrayNode) opened.path("results"))
                    .addObject()
                    .put("bidId", bid)
                    .put("status", "OPENED")
                    .putObject("bid")
                    .put("priceFen", PRICES.get(i));
            prices.addObject().put("bidId", bid).put("priceFen", PRICES.get(i));
            scored.withArray("prices").addObject().put("bidId", bid).put("score", SCORES.get(i));
            scored.withArray("technical").addObject().put("bidId", bid).put("score", "0.00");
            scored.withArray("totals").addObject().put("bidId", bid).put("score", SCORES.get(i));
        }
    }

    private static void add(Dossier dossier, String type, JsonNode body) {
        int n = dossier.entries().size() + 1;
        var object = "chain/%06d.json".formatted(n);
        dossier.entries().add(new Dossier.Entry(object, n, type, "t", Instant.EPOCH, body, "", n));
    }

    /** A seed with which the third bid draws the least number of all but the lowest. */
    private static String seed() {
        return IntStream.range(0, 1000)
                .mapToObj("%064x"::formatted)
                .filter(seed -> BIDS.get(2)
                        .equals(BIDS.subList(1, BIDS.size()).stream()
                                .min(Comparator.comparing(bid -> number(seed, bid), Arrays::compareUnsigned))
                                .orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] number(String seed, String bid) {
        var hex = HexFormat.of();
        return Hash.sm3(Hash.ascii("QD1 price order"), hex.parseHex(seed), hex.parseHex(bid));
    }

    private static ObjectNode object(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
