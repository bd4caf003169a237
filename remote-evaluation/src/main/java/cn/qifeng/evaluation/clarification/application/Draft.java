package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.domain.ArithmeticCorrection;
import cn.qifeng.evaluation.clarification.domain.BillLine;
import cn.qifeng.evaluation.clarification.domain.ClarificationKind;
import cn.qifeng.evaluation.clarification.domain.ClarificationRefusal;
import cn.qifeng.evaluation.clarification.domain.Question;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question as a member writes it (拟提澄清), before the platform works out the correction.
 *
 * @param words the price in capitals as the bid has it, where words beat figures; else {@code null}
 * @param lines priced lines as the bid has them; else empty
 */
public record Draft(
        String bidId,
        ClarificationKind kind,
        String place,
        String question,
        long minutes,
        String words,
        List<Line> lines) {

    private static final long MINUTES_MAX = 1_000_000;

    public Draft {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** A priced line; decimals are texts. */
    public record Line(String item, String quantity, String unitPrice, long totalFen) {}

    /** The draft out of which a signed proposal was made. */
    static Draft of(Fields doc) {
        var correction = doc.get("correction");
        String words = null;
        var lines = new ArrayList<Line>();
        if (correction.isObject()) {
            words = correction.path("words").textValue();
            correction.path("lines").forEach(it -> lines.add(line(it)));
        }
        return new Draft(
                doc.text("bidId"),
                kind(doc.text("kind")),
                doc.text("place"),
                doc.text("question"),
                doc.integer("minutes", 0, MINUTES_MAX),
                words,
                lines);
    }

    /** The question, with the correction of the price that was read out. */
    Question question(int minutesChecked, Fen sung) {
        return new Question(bidId, kind, place, question, minutesChecked, correction(sung));
    }

    private Optional<ArithmeticCorrection> correction(Fen sung) {
        boolean inWords = words != null && !words.isBlank();
        if (inWords && !lines.isEmpty()) {
            throw ClarificationRefusal.BAD_AMOUNT.with(
                    Facts.field("correction", "words and lines", "one of them").map());
        }
        if (inWords) {
            return Optional.of(ArithmeticCorrection.ofWords(words, sung));
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var written = lines.stream()
                .map(it -> BillLine.of(it.item(), it.quantity(), it.unitPrice(), it.totalFen()))
                .toList();
        return Optional.of(ArithmeticCorrection.ofLines(written, sung));
    }

    private static Line line(JsonNode json) {
        var fields = Fields.of(json);
        return new Line(
                fields.text("item"),
                fields.text("quantity"),
                fields.text("unitPrice"),
                fields.integer("totalFen", 0, CanonicalJson.INTEGER_MAX));
    }

    private static ClarificationKind kind(String name) {
        for (var kind : ClarificationKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }
}
