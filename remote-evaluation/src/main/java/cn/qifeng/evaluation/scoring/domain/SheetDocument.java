package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a sheet from the document that a member revealed (评分表文档); every difference is a refusal that names the field. */
public final class SheetDocument {

    private static final int BIDS_MAX = 500;
    private static final int ITEMS_MAX = 200;
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(\\.\\d{1,2})?");

    private SheetDocument() {}

    /** The sheet of {@code {"reason","bids":[{"label","items":[{"item","score","reason"}]}]}}. */
    public static Sheet read(JsonNode json) {
        var fields = Fields.of(json).exactly("reason", "bids");
        var bids = new ArrayList<BidPoints>();
        for (var bid : fields.array("bids", BIDS_MAX)) {
            var one = Fields.of(bid).exactly("label", "items");
            bids.add(new BidPoints(one.text("label"), items(one)));
        }
        return new Sheet(fields.text("reason"), bids);
    }

    private static List<ItemPoints> items(Fields bid) {
        var items = new ArrayList<ItemPoints>();
        for (var item : bid.array("items", ITEMS_MAX)) {
            var one = Fields.of(item).exactly("item", "score", "reason");
            String score = one.text("score");
            if (!DECIMAL.matcher(score).matches()) {
                throw ScoringRefusal.POINTS_OUT_OF_RANGE.with(
                        Facts.field("sheet.bids." + bid.text("label") + "." + one.text("item"), score, "8.50")
                                .map());
            }
            items.add(new ItemPoints(one.text("item"), new BigDecimal(score), one.text("reason")));
        }
        return items;
    }
}
