package cn.qifeng.cli.score;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.AbcBlend;
import cn.qifeng.kernel.score.BasePriceRule;
import cn.qifeng.kernel.score.MeanTimes;
import cn.qifeng.kernel.score.MeanWithCeiling;
import cn.qifeng.kernel.score.PriceBid;
import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.kernel.score.PriceScoring;
import cn.qifeng.kernel.score.ReviewedPrices.Offer;
import cn.qifeng.kernel.score.Trim;
import cn.qifeng.kernel.score.TrimRule;
import cn.qifeng.kernel.score.TrimShare;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a price method is given (报价评审输入): a file of docs/price-methods.md, read and checked.
 *
 * @param method the method
 * @param ceiling price ceiling (最高投标限价), where the file has one; who is above it is rejected (RJ5)
 * @param offers prices in the order of the file
 */
record PriceCase(PriceMethod method, Optional<Fen> ceiling, List<Offer> offers, CaseFields file) {

    private static final Set<String> KNOWN =
            Set.of("method", "fullScore", "e1", "e2", "trim", "coefficients", "ceiling", "prices");
    private static final Set<String> PRICE = Set.of("bidder", "price");
    private static final Set<String> REVIEWED = Set.of("bidder", "price", "items", "adjustment");
    private static final Set<String> TRIM = Set.of("bidsMin", "dropHigh", "dropLow");
    private static final Set<String> SHARE = Set.of("bidsMin", "dropHighPercent", "dropLowPercent");

    /** Reads a file; refuses with {@link ScoreRefusal}. */
    static PriceCase of(JsonNode json) {
        var file = CaseFields.of("", json, KNOWN);
        String code = file.text("method");
        var method = PriceMethod.of(code)
                .orElseThrow(() -> ScoreRefusal.METHOD_UNKNOWN.at("method", code, "M-A, M-B, M-C, M-D or M-E"));
        var ceiling = file.has("ceiling") ? Optional.of(file.yuan("ceiling")) : Optional.<Fen>empty();
        return new PriceCase(method, ceiling, offers(file, method), file);
    }

    private static List<Offer> offers(CaseFields file, PriceMethod method) {
        var known = method == PriceMethod.LOWEST_REVIEWED_PRICE ? REVIEWED : PRICE;
        var bidders = new HashSet<String>();
        var offers = new ArrayList<Offer>();
        for (var line : file.list("prices", known)) {
            String bidder = line.text("bidder");
            if (!bidders.add(bidder)) {
                throw ScoreRefusal.BIDDER_TWICE.at(line.at("bidder"), bidder, "every bidder once");
            }
            offers.add(new Offer(new PriceBid(bidder, line.yuan("price")), items(line), adjustment(line)));
        }
        return offers;
    }

    private static Map<String, BigDecimal> items(CaseFields line) {
        var items = new LinkedHashMap<String, BigDecimal>();
        if (line.has("items")) {
            var node = line.node().get("items");
            node.fields()
                    .forEachRemaining(it -> items.put(
                            it.getKey(), CaseFields.amount(line.at("items") + "." + it.getKey(), it.getValue())));
        }
        return items;
    }

    private static BigDecimal adjustment(CaseFields line) {
        return line.has("adjustment")
                ? CaseFields.amount(line.at("adjustment"), line.node().get("adjustment"))
                : BigDecimal.ZERO.setScale(2);
    }

    /** Offers that are not above the ceiling. */
    List<Offer> valid() {
        return offers.stream().filter(it -> !aboveCeiling(it)).toList();
    }

    /** Whether an offer is rejected for its price (R21: equal to the ceiling is valid). */
    boolean aboveCeiling(Offer offer) {
        return ceiling.filter(it -> offer.price().price().compareTo(it) > 0).isPresent();
    }

    /** Full score, deductions and trimming. */
    PriceScoring scoring() {
        return checked(
                "fullScore, e1, e2",
                () -> new PriceScoring(file.number("fullScore"), file.number("e1"), file.number("e2"), trim()));
    }

    private List<Trim> trim() {
        if (!file.has("trim")) {
            return List.of();
        }
        var rules = new ArrayList<Trim>();
        var all = new HashSet<>(TRIM);
        all.addAll(SHARE);
        for (var line : file.list("trim", all)) {
            rules.add(checked(line.path(), () -> rule(line)));
        }
        return rules;
    }

    private static Trim rule(CaseFields line) {
        boolean share = line.has("dropHighPercent") || line.has("dropLowPercent");
        CaseFields.of(line.path(), line.node(), share ? SHARE : TRIM);
        return share
                ? new TrimShare(
                        line.count("bidsMin"),
                        line.number("dropHighPercent", BigDecimal.ZERO),
                        line.number("dropLowPercent", BigDecimal.ZERO))
                : new TrimRule(line.count("bidsMin"), line.count("dropHigh"), line.count("dropLow"));
    }

    /** The way to the base price, with the coefficients of the method. */
    BasePriceRule rule() {
        return checked("coefficients", () -> switch (method) {
            case MEAN_TIMES_COEFFICIENT -> new MeanTimes(coefficients("k").number("k"));
            case MEAN_LESS_DISCOUNT ->
                MeanTimes.lessDiscount(coefficients("discount").number("discount"));
            case MEAN_WITH_CEILING -> withCeiling(coefficients("k1", "k2", "q1"));
            case ABC_BLEND -> blend(coefficients("delta", "k", "drawn"));
            case LOWEST_REVIEWED_PRICE -> throw new IllegalStateException("M-E has no base price");
        });
    }

    private BasePriceRule withCeiling(CaseFields drawn) {
        return new MeanWithCeiling(file.yuan("ceiling"), drawn.number("k1"), drawn.number("k2"), drawn.number("q1"));
    }

    private BasePriceRule blend(CaseFields drawn) {
        return new AbcBlend(
                file.yuan("ceiling"), drawn.number("delta"), drawn.number("k"), List.of(drawn.text("drawn")));
    }

    private CaseFields coefficients(String... names) {
        return file.object("coefficients", Set.of(names));
    }

    private static <T> T checked(String field, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw ScoreRefusal.FIELD_WRONG.at(field, e.getMessage(), "values in range");
        }
    }
}
