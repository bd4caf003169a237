package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Sheet of the preliminary review (初步评审表) of one member: {@code {"kind":"SCREENING","bids":[{"label","items":[{"item",
 * "passed","basis","reason","page"}]}]}}, every bid and every item once.
 */
public record ScreeningSheet(List<BidJudgements> bids) {

    private static final int BIDS_MAX = 500;
    private static final int ITEMS_MAX = 200;
    private static final String KIND = "SCREENING";

    public ScreeningSheet {
        bids = List.copyOf(bids);
    }

    /** Reads a stored sheet in canonical JSON. */
    public static ScreeningSheet read(String stored) {
        return read(CanonicalJson.decode(stored.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads a sheet; every difference is a refusal that names the field. */
    public static ScreeningSheet read(JsonNode json) {
        var fields = Fields.of(json).exactly("kind", "bids");
        same("sheet.kind", fields.text("kind"), KIND);
        var bids = new ArrayList<BidJudgements>();
        for (var bid : fields.array("bids", BIDS_MAX)) {
            var one = Fields.of(bid).exactly("label", "items");
            var items = new ArrayList<Judgement>();
            for (var item : one.array("items", ITEMS_MAX)) {
                items.add(judgement(Fields.of(item).exactly("item", "passed", "basis", "reason", "page")));
            }
            bids.add(new BidJudgements(one.text("label"), items));
        }
        return new ScreeningSheet(bids);
    }

    /** Refuses a sheet that does not judge exactly these labels by exactly these items. */
    public void check(List<String> labels, List<String> items) {
        same("sheet.bids", bids.stream().map(BidJudgements::label).toList(), labels);
        bids.forEach(bid -> same(
                "sheet.bids." + bid.label(),
                bid.items().stream().map(Judgement::item).toList(),
                items));
    }

    private static Judgement judgement(Fields one) {
        return new Judgement(
                one.text("item"), one.bool("passed"), basis(one.get("basis")), one.text("reason"), one.text("page"));
    }

    /** What is no basis would be sealed, and break the package for whoever reads it. */
    private static Optional<RejectionBasis> basis(JsonNode named) {
        if (named.isNull()) {
            return Optional.empty();
        }
        var known = Arrays.stream(RejectionBasis.values())
                .filter(it -> it.name().equals(named.textValue()))
                .findFirst();
        if (known.isEmpty()) {
            throw differs("sheet.basis", named, "null or one of " + Arrays.toString(RejectionBasis.values()));
        }
        return known;
    }

    private static void same(String field, Object seen, Object expected) {
        if (!seen.equals(expected)) {
            throw differs(field, seen, expected);
        }
    }

    private static Refused differs(String field, Object seen, Object expected) {
        return ScoringRefusal.SHEET_INCOMPLETE.with(
                Facts.field(field, seen, expected).map());
    }
}
