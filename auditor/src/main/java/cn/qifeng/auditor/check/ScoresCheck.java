package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Scores: sheets as they were committed, technical means, price scores by method M-A, totals. */
public final class ScoresCheck implements Check {

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public int run(Dossier dossier) {
        var scored = dossier.first("evaluation/scored");
        if (scored.isEmpty()) {
            return 0;
        }
        var entry = scored.get();
        var body = entry.body();
        var prices = prices(dossier, entry);
        coefficient(dossier, entry);
        var base = priceScores(entry, prices);
        var technical = technical(dossier, entry);
        for (JsonNode total : body.path("totals")) {
            var bid = total.path("bidId").asText();
            var sum = score(find(body.path("prices"), bid, entry)).add(score(find(body.path("technical"), bid, entry)));
            Broken.unless(
                    sum.compareTo(score(total)) == 0,
                    entry.object() + "#totals." + bid,
                    "not price score plus technical score");
        }
        if (!technical) {
            dossier.attested().add("technical scores and with them the totals: the members' sheets are withheld");
        }
        Broken.unless(base.signum() > 0, entry.object(), "no base price");
        return body.path("totals").size();
    }

    private static Map<String, BigInteger> prices(Dossier dossier, Dossier.Entry entry) {
        var opened = new HashMap<String, Long>();
        dossier.first("lot/opened")
                .ifPresent(opening -> opening.body().path("results").forEach(result -> {
                    if (result.path("bid").isObject()) {
                        opened.put(
                                result.path("bidId").asText(),
                                result.path("bid").path("priceFen").asLong());
                    }
                }));
        var prices = new HashMap<String, BigInteger>();
        for (JsonNode price : entry.body().path("input").path("prices")) {
            var bid = price.path("bidId").asText();
            Broken.unless(
                    opened.containsKey(bid)
                            && opened.get(bid) == price.path("priceFen").asLong(),
                    entry.object() + "#input.prices." + bid,
                    "not the price that was opened");
            prices.put(bid, BigInteger.valueOf(price.path("priceFen").asLong()));
        }
        return prices;
    }

    private static void coefficient(Dossier dossier, Dossier.Entry entry) {
        var k = entry.body().path("input").path("k");
        boolean drawn = dossier.entries("draw/result").stream()
                .anyMatch(result -> result.body().path("values").size() == 1
                        && result.body().path("values").get(0).equals(k)
                        && dossier.entries("draw/opened").stream()
                                .anyMatch(draw ->
                                        draw.body().path("purpose").asText().equals("COEFFICIENT")
                                                && draw.body()
                                                        .path("drawId")
                                                        .equals(result.body().path("drawId"))));
        Broken.unless(drawn, entry.object() + "#input.k", "not the coefficient that was drawn");
        Broken.unless(
                entry.body()
                        .path("method")
                        .equals(dossier.entries().get(0).doc().path("method")),
                entry.object() + "#method",
                "not the method that was published");
    }

    private static BigInteger priceScores(Dossier.Entry entry, Map<String, BigInteger> prices) {
        var method = entry.body().path("method");
        var counted = counted(entry, method, prices);
        var sum = counted.stream().map(prices::get).reduce(BigInteger.ZERO, BigInteger::add);
        var k = decimal(entry.body().path("input").path("k"), entry);
        var base = new BigDecimal(sum)
                .multiply(k)
                .divide(BigDecimal.valueOf(counted.size()), 0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
        Broken.unless(
                base.equals(BigInteger.valueOf(entry.body().path("basePriceFen").asLong(-1))),
                entry.object() + "#basePriceFen",
                "the base price is " + base);
        for (JsonNode given : entry.body().path("prices")) {
            var bid = given.path("bidId").asText();
            var expected = priceScore(prices.get(bid), base, method, entry);
            Broken.unless(
                    expected.compareTo(score(given)) == 0,
                    entry.object() + "#prices." + bid,
                    "the price score is " + expected);
        }
        return base;
    }

    private static BigDecimal priceScore(BigInteger price, BigInteger base, JsonNode method, Dossier.Entry entry) {
        var full = decimal(method.path("fullScore"), entry);
        var slope = decimal(method.path(price.compareTo(base) > 0 ? "e1" : "e2"), entry);
        var distance = new BigDecimal(price.subtract(base).abs())
                .multiply(BigDecimal.valueOf(100))
                .multiply(slope);
        var score = full.multiply(new BigDecimal(base))
                .subtract(distance)
                .divide(new BigDecimal(base), 2, RoundingMode.HALF_UP);
        return score.max(BigDecimal.ZERO);
    }

    private static List<String> counted(Dossier.Entry entry, JsonNode method, Map<String, BigInteger> prices) {
        var order = new ArrayList<>(prices.keySet());
        order.sort((a, b) -> {
            int byPrice = prices.get(a).compareTo(prices.get(b));
            return byPrice != 0 ? byPrice : a.compareTo(b);
        });
        JsonNode rule = null;
        for (JsonNode candidate : method.path("trim")) {
            if (order.size() >= candidate.path("bidsMin").asInt()
                    && (rule == null
                            || candidate.path("bidsMin").asInt()
                                    > rule.path("bidsMin").asInt())) {
                rule = candidate;
            }
        }
        int low = rule == null ? 0 : rule.path("dropLow").asInt();
        int high = rule == null ? 0 : rule.path("dropHigh").asInt();
        Broken.unless(
                low >= 0 && high >= 0 && low + high < order.size(), entry.object(), "nothing left after trimming");
        return order.subList(low, order.size() - high);
    }

    private static boolean technical(Dossier dossier, Dossier.Entry entry) {
        var reveals = dossier.entries("evaluation/revealed");
        if (reveals.isEmpty() || reveals.stream().anyMatch(reveal -> !reveal.open())) {
            return false;
        }
        var commits = new HashMap<String, Dossier.Entry>();
        for (Dossier.Entry commit : dossier.entries("evaluation/committed")) {
            Broken.unless(commit.open(), commit.object(), "withheld, although the sheets are shown");
            var member = Certificates.id(dossier.signer(commit.body().path("statement"), commit));
            commits.put(member + commit.doc().path("version").asInt(), commit);
        }
        var sums = new HashMap<String, List<BigDecimal>>();
        for (Dossier.Entry reveal : reveals) {
            if (counts(dossier, reveal, reveals)) {
                reveal(dossier, reveal, commits, sums, entry);
            }
        }
        for (JsonNode given : entry.body().path("technical")) {
            var bid = given.path("bidId").asText();
            var points = sums.getOrDefault(bid, List.of());
            Broken.unless(!points.isEmpty(), entry.object() + "#technical." + bid, "no sheet scores it");
            var mean = points.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(points.size()), 2, RoundingMode.HALF_UP);
            Broken.unless(
                    mean.compareTo(score(given)) == 0, entry.object() + "#technical." + bid, "the mean is " + mean);
        }
        return true;
    }

    private static void reveal(
            Dossier dossier,
            Dossier.Entry reveal,
            Map<String, Dossier.Entry> commits,
            Map<String, List<BigDecimal>> sums,
            Dossier.Entry scored) {
        var doc = RevealedSheet.said(reveal);
        var member = RevealedSheet.member(dossier, reveal);
        if (!reveal.body().has("statement")) {
            RevealedSheet.requireOpenedBySet(dossier, reveal, member);
        }
        var commit = commits.get(member + doc.path("version").asInt());
        Broken.unless(commit != null && commit.n() < reveal.n(), reveal.object(), "revealed without a commitment");
        var expected = Hash.hex(
                Hash.ascii("QC1 sheet"),
                BidsCheck.uuid(doc.path("session").asText()),
                HexFormat.of().parseHex(member),
                Hash.u32(doc.path("version").asInt()),
                Dossier.hex(doc, "nonce", 32, reveal.object()),
                Hash.sm3(Canon.bytes(doc.path("sheet"), reveal.object())));
        Broken.unless(
                expected.equals(commit.doc().path("commit").asText()), reveal.object(), "not the sheet committed to");
        var labels = labels(dossier, scored, member);
        for (JsonNode bid : doc.path("sheet").path("bids")) {
            var bidId = labels.get(bid.path("label").asText());
            Broken.unless(bidId != null, reveal.object(), "a label that no bid has");
            var points = BigDecimal.ZERO;
            for (JsonNode item : bid.path("items")) {
                points = points.add(decimal(item.path("score"), reveal));
            }
            sums.computeIfAbsent(bidId, id -> new ArrayList<>()).add(points);
        }
    }

    /** Whether a sheet counts: the member stands in the last panel, and has no later sheet. */
    private static boolean counts(Dossier dossier, Dossier.Entry reveal, List<Dossier.Entry> reveals) {
        var member = RevealedSheet.member(dossier, reveal);
        int version = RevealedSheet.said(reveal).path("version").asInt();
        boolean later = reveals.stream()
                .anyMatch(other -> RevealedSheet.said(other).path("version").asInt() > version
                        && RevealedSheet.member(dossier, other).equals(member));
        var panels = dossier.entries("evaluation/panel").stream()
                .filter(Dossier.Entry::open)
                .toList();
        boolean sits = panels.isEmpty()
                || StreamSupport.stream(
                                panels.get(panels.size() - 1)
                                        .body()
                                        .path("members")
                                        .spliterator(),
                                false)
                        .anyMatch(it -> it.path("member").asText().equals(member));
        return sits && !later;
    }

    /** The bids under the labels that this member saw, from the seed that was committed to at the start. */
    private static Map<String, String> labels(Dossier dossier, Dossier.Entry scored, String member) {
        var opened = dossier.first("evaluation/opened")
                .orElseThrow(() -> new Broken(scored.object(), "scored without evaluation/opened"));
        var seed = Dossier.hex(scored.body(), "labelSeed", 32, scored.object());
        var session = BidsCheck.uuid(scored.body().path("session").asText());
        Broken.unless(
                Hash.hex(Hash.ascii("QC1 labels"), session, seed)
                        .equals(opened.body().path("labelCommit").asText()),
                scored.object() + "#labelSeed",
                "not the seed committed to");
        var bids = new ArrayList<String>();
        opened.body().path("bids").forEach(it -> bids.add(it.asText()));
        var order = Hash.sm3(Hash.ascii("QC1 label order"), seed, HexFormat.of().parseHex(member));
        var labels = new HashMap<String, String>();
        for (int index : DrawsCheck.picks(order, bids.size(), bids.size())) {
            labels.put(label(labels.size()), bids.get(index));
        }
        return labels;
    }

    private static String label(int index) {
        var text = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            text.insert(0, (char) ('A' + rest % 26));
        }
        return text.toString();
    }

    private static JsonNode find(JsonNode list, String bid, Dossier.Entry entry) {
        for (JsonNode item : list) {
            if (item.path("bidId").asText().equals(bid)) {
                return item;
            }
        }
        throw new Broken(entry.object() + "#" + bid, "no score");
    }

    private static BigDecimal score(JsonNode item) {
        return new BigDecimal(item.path("score").asText("-1"));
    }

    private static BigDecimal decimal(JsonNode value, Dossier.Entry entry) {
        try {
            return new BigDecimal(value.asText());
        } catch (NumberFormatException e) {
            throw new Broken(entry.object(), "not a decimal: " + value);
        }
    }
}
