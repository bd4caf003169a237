package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Scores: sheets as they were committed, technical means, price scores by the published method, totals. */
public final class ScoresCheck implements Check {

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public int run(Dossier dossier) {
        return Attempts.each(dossier, ScoresCheck::attempt);
    }

    private static int attempt(Dossier dossier) {
        int scored = 0;
        for (Dossier review : Reviews.of(dossier)) {
            int begin = Reviews.begin(review, Integer.MAX_VALUE);
            var own = review.entries("evaluation/scored").stream()
                    .filter(entry -> entry.n() > begin)
                    .findFirst();
            scored = own.isPresent() ? scored(review, own.get()) : 0;
            own.ifPresent(entry -> SheetCheck.seed(review, entry));
        }
        return scored;
    }

    private static int scored(Dossier dossier, Dossier.Entry entry) {
        var body = entry.body();
        var prices = prices(dossier, entry);
        var draw = coefficient(dossier, entry);
        if (ReviewedPrices.apply(dossier)) {
            return reviewed(dossier, entry, prices, draw);
        }
        var base = priceScores(dossier, entry, prices);
        var without = BlindFilesCheck.withoutTechnicalPoints(dossier, entry.n());
        withoutPoints(entry, without);
        var technical = technical(dossier, entry, without);
        for (String list : new String[] {"prices", "technical", "totals"}) {
            exactly(body.path(list), prices.keySet(), entry, list);
        }
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

    /** Method M-E, where nothing is scored. */
    private static int reviewed(
            Dossier dossier, Dossier.Entry entry, Map<String, BigInteger> prices, Dossier.Entry draw) {
        exactly(entry.body().path("technical"), prices.keySet(), entry, "technical");
        exactly(entry.body().path("reviewed"), prices.keySet(), entry, "reviewed");
        ReviewedPrices.check(dossier, entry, prices, draw);
        if (!technical(dossier, entry, Set.of())) {
            dossier.attested().add("which items each bid passed: the members' sheets are withheld");
        }
        return prices.size();
    }

    /** Each valid bid once, in the order of their ids. */
    private static void exactly(JsonNode list, Set<String> bids, Dossier.Entry entry, String name) {
        var seen = new ArrayList<String>();
        list.forEach(line -> seen.add(line.path("bidId").asText()));
        Broken.unless(
                seen.equals(bids.stream().sorted().toList()),
                entry.object() + "#" + name,
                "not exactly the valid bids in order");
    }

    private static Map<String, BigInteger> prices(Dossier dossier, Dossier.Entry entry) {
        var opened = CorrectedPrice.forScore(dossier);
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
        Broken.unless(
                prices.keySet().equals(opened.keySet())
                        && prices.size()
                                == entry.body().path("input").path("prices").size(),
                entry.object() + "#input.prices",
                "not exactly the valid bids");
        return prices;
    }

    private static Dossier.Entry coefficient(Dossier dossier, Dossier.Entry entry) {
        var k = entry.body().path("input").path("k");
        var drawn = DrawsCheck.coefficients(dossier).stream()
                .filter(result -> result.body().path("values").get(0).equals(k))
                .findFirst();
        Broken.unless(drawn.isPresent(), entry.object() + "#input.k", "not the coefficient that was drawn");
        Broken.unless(
                entry.body()
                        .path("method")
                        .equals(dossier.entries().get(0).doc().path("method")),
                entry.object() + "#method",
                "not the method that was published");
        AbcDraw.delta(entry, drawn.orElseThrow());
        return drawn.orElseThrow();
    }

    private static BigInteger priceScores(Dossier dossier, Dossier.Entry entry, Map<String, BigInteger> prices) {
        var method = entry.body().path("method");
        var counted = CountedPrices.of(entry, method, prices);
        var named = new ArrayList<String>();
        entry.body().path("input").path("counted").forEach(bid -> named.add(bid.asText()));
        Broken.unless(
                named.size() == counted.size() && Set.copyOf(named).equals(Set.copyOf(counted)),
                entry.object() + "#input.counted",
                "not the bids that count");
        var sum = counted.stream().map(prices::get).reduce(BigInteger.ZERO, BigInteger::add);
        var count = BigDecimal.valueOf(counted.size());
        var base = BasePrice.of(dossier, entry, method, prices, counted)
                .times(new BigDecimal(sum), count)
                .divide(count, 0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
        Broken.unless(
                base.equals(BigInteger.valueOf(entry.body().path("basePriceFen").asLong(-1))),
                entry.object() + "#basePriceFen",
                "another base price",
                base);
        for (JsonNode given : entry.body().path("prices")) {
            var bid = given.path("bidId").asText();
            var expected = priceScore(prices.get(bid), base, method, entry);
            Broken.unless(
                    expected.compareTo(score(given)) == 0,
                    entry.object() + "#prices." + bid,
                    "another price score",
                    expected);
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

    /** A breach of the rules for blind files took them, whether the sheets are shown or not. */
    private static void withoutPoints(Dossier.Entry entry, Set<String> bids) {
        for (JsonNode given : entry.body().path("technical")) {
            var bid = given.path("bidId").asText();
            Broken.unless(
                    !bids.contains(bid) || score(given).signum() == 0,
                    entry.object() + "#technical." + bid,
                    "points that a breach took");
        }
    }

    private static boolean technical(Dossier dossier, Dossier.Entry entry, Set<String> without) {
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
        var passed = new PassedItems(dossier, entry);
        var owed = new OwedReasons(dossier, entry);
        var found = new FoundDefects(dossier, entry);
        for (Dossier.Entry reveal : reveals) {
            afterAll(dossier, reveal, commits.values());
            var bids = SheetCheck.sheet(dossier, reveal, commits, entry);
            OwedReasons.own(dossier, reveal);
            if (counts(dossier, reveal, reveals)) {
                bids.forEach((bid, points) ->
                        sums.computeIfAbsent(bid, id -> new ArrayList<>()).add(points));
                passed.take(reveal);
                owed.take(reveal);
                found.take(reveal);
            }
        }
        FurtherRounds.check(dossier, entry);
        passed.check();
        owed.check();
        found.check();
        means(entry, sums, without);
        return true;
    }

    private static void means(Dossier.Entry entry, Map<String, List<BigDecimal>> sums, Set<String> without) {
        for (JsonNode given : entry.body().path("technical")) {
            var bid = given.path("bidId").asText();
            var points = sums.getOrDefault(bid, List.of());
            Broken.unless(!points.isEmpty(), entry.object() + "#technical." + bid, "no sheet scores it");
            var mean = points.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(points.size()), 2, RoundingMode.HALF_UP);
            Broken.unless(
                    without.contains(bid) || mean.compareTo(score(given)) == 0,
                    entry.object() + "#technical." + bid,
                    "another mean",
                    mean);
        }
    }

    /** No sheet is open before every member who then sits on the panel has committed to one. */
    static void afterAll(Dossier dossier, Dossier.Entry reveal, Collection<Dossier.Entry> commits) {
        var version = RevealedSheet.said(reveal).path("version");
        var committed = new HashSet<String>();
        for (Dossier.Entry commit : commits) {
            if (commit.n() < reveal.n() && commit.doc().path("version").equals(version)) {
                committed.add(Certificates.id(dossier.signer(commit.body().path("statement"), commit)));
            }
        }
        boolean technical = reveal.type().equals("evaluation/revealed");
        Broken.unless(
                PanelCheck.members(dossier, reveal.n()).stream()
                        .allMatch(it ->
                                committed.contains(it) || technical && NamedMembers.stands(dossier, it, reveal.n())),
                reveal.object(),
                "revealed before every member had committed");
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

    private static JsonNode find(JsonNode list, String bid, Dossier.Entry entry) {
        for (JsonNode item : list) {
            if (item.path("bidId").asText().equals(bid)) {
                return item;
            }
        }
        throw new Broken(entry.object() + "#" + bid, "no score");
    }

    private static BigDecimal score(JsonNode item) {
        return Shape.decimal(item.path("score"), "evaluation/scored");
    }

    private static BigDecimal decimal(JsonNode value, Dossier.Entry entry) {
        return Shape.decimal(value, entry.object());
    }
}
