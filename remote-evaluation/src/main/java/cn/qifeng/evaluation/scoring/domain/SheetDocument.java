package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a sheet from the document that a member revealed (评分表文档), {@code
 * {"reason","bids":[{"label","items":[{"item","score","reason"}],"rejection"?:{"code","reason","page"}}]}}; every difference is a refusal that names the field.
 *
 * <p>A panel of nine that scores 400 bids by 60 items gives 216,000 points, but few different ones: equal item codes, points
 * and reasons of a sheet are one object each, which keeps what all sheets hold in memory within the caches of a processor.
 */
public final class SheetDocument {

    private static final int BIDS_MAX = 500;
    private static final int ITEMS_MAX = 200;
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(\\.\\d{1,2})?");

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, BigDecimal> points = new HashMap<>();
    private final List<BidPoints> bids = new ArrayList<>();

    private SheetDocument() {}

    /** The sheet of a document. */
    public static Sheet read(JsonNode json) {
        var fields = Fields.of(json).exactly("reason", "bids");
        var document = new SheetDocument();
        fields.array("bids", BIDS_MAX).forEach(document::take);
        return document.sheet(fields);
    }

    /** The sheet of a stored document in canonical JSON, of which no more than one bid is taken apart at a time. */
    public static Sheet read(byte[] stored) {
        var document = new SheetDocument();
        var rest = CanonicalJson.decodeElements(stored, "bids", BIDS_MAX, document::take);
        return document.sheet(Fields.of(rest).exactly("reason"));
    }

    private Sheet sheet(Fields fields) {
        return new Sheet(fields.text("reason"), bids);
    }

    private void take(JsonNode bid) {
        boolean rejects = bid.has("rejection");
        var fields = rejects
                ? Fields.of(bid).exactly("label", "items", "rejection")
                : Fields.of(bid).exactly("label", "items");
        var items = new ArrayList<ItemPoints>();
        for (var item : fields.array("items", ITEMS_MAX)) {
            var one = Fields.of(item).exactly("item", "score", "reason");
            var points = points(fields, one);
            items.add(new ItemPoints(word(one.text("item")), points, word(one.text("reason"))));
        }
        var defect = rejects ? Optional.of(defect(fields.object("rejection"))) : Optional.<Defect>empty();
        bids.add(new BidPoints(fields.text("label"), items, defect));
    }

    private static Defect defect(Fields written) {
        var fields = written.exactly("code", "reason", "page");
        var code = Arrays.stream(RejectionCode.values())
                .filter(it -> it.name().equals(fields.text("code")))
                .findFirst();
        return new Defect(code.orElse(null), fields.text("reason"), fields.text("page"));
    }

    private String word(String text) {
        return words.computeIfAbsent(text, Function.identity());
    }

    private BigDecimal points(Fields bid, Fields item) {
        return points.computeIfAbsent(item.text("score"), score -> {
            if (!DECIMAL.matcher(score).matches()) {
                throw ScoringRefusal.POINTS_OUT_OF_RANGE.with(
                        Facts.field("sheet.bids." + bid.text("label") + "." + item.text("item"), score, "8.50")
                                .map());
            }
            return new BigDecimal(score);
        });
    }
}
