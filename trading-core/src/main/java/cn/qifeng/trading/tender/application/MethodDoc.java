package cn.qifeng.trading.tender.application;

import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.trading.tender.domain.AdjustmentRule;
import cn.qifeng.trading.tender.domain.BlindRule;
import cn.qifeng.trading.tender.domain.ScoringMethod;
import cn.qifeng.trading.tender.domain.Trim;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A scoring method as the publication has it, and every later step repeats it (评标办法, docs/evidence.md section 10). */
public final class MethodDoc {

    private MethodDoc() {}

    /** Its fields, in no order that means anything. */
    public static ObjectNode of(ScoringMethod method) {
        var doc = CanonicalJson.object()
                .put("code", method.code())
                .put("fullScore", method.fullScore())
                .put("e1", method.e1())
                .put("e2", method.e2())
                .put("technicalFull", method.technicalFull());
        if (method.k1() != null) {
            doc.put("k1", method.k1()).put("k2", method.k2());
        }
        method.k().forEach(doc.putArray("k")::add);
        if (!method.delta().isEmpty()) {
            method.delta().forEach(doc.putArray("delta")::add);
        }
        if (method.correction() != null) {
            doc.putObject("correction")
                    .put("ceiling", method.correction().ceiling().name())
                    .put("score", method.correction().score().name());
        }
        if (method.price() == PriceMethod.LOWEST_REVIEWED_PRICE) {
            var adjustments = doc.putArray("adjustments");
            method.adjustments().forEach(rule -> add(adjustments.addObject(), rule));
        }
        if (method.blind() != null) {
            blind(doc.putObject("blind"), method.blind());
        }
        var trims = doc.putArray("trim");
        method.trim().forEach(trim -> add(trims.addObject().put("bidsMin", trim.bidsMin()), trim));
        return doc;
    }

    private static void add(ObjectNode doc, AdjustmentRule rule) {
        doc.put("code", rule.code())
                .put("name", rule.name())
                .put("basis", rule.basis())
                .put("kind", rule.kind().name());
        switch (rule.kind()) {
            case DURATION ->
                doc.put("baseDays", rule.baseDays())
                        .put("laterFen", rule.laterFen())
                        .put("earlierFen", rule.earlierFen());
            case DEVIATION -> doc.put("amountFen", rule.amountFen());
            case SHARE -> doc.put("percent", rule.percent());
            case OMISSION -> {}
        }
    }

    private static void blind(ObjectNode doc, BlindRule blind) {
        doc.put("pagesMax", blind.pagesMax())
                .put("marginMm", blind.marginMm())
                .put("breach", blind.breach().name());
        blind.fonts().forEach(doc.putArray("fonts")::add);
        blind.sizesPt().forEach(doc.putArray("sizesPt")::add);
        if (!blind.linesPt().isEmpty()) {
            blind.linesPt().forEach(doc.putArray("linesPt")::add);
        }
    }

    private static void add(ObjectNode rule, Trim trim) {
        if (trim.share()) {
            rule.put("dropHighPercent", trim.dropHighPercent()).put("dropLowPercent", trim.dropLowPercent());
        } else {
            rule.put("dropHigh", trim.dropHigh()).put("dropLow", trim.dropLow());
        }
    }
}
