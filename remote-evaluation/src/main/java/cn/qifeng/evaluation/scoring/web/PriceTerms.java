package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * By what prices are scored: the published method, the ceiling, and what was drawn at the opening.
 *
 * @param delta Δ of method M-D, or {@code null}
 */
record PriceTerms(JsonNode method, long ceilingFen, String k, String delta) {

    static PriceTerms of(SessionOrder order) {
        var method = order.method();
        return new PriceTerms(
                CanonicalJson.decode(method.published().getBytes(StandardCharsets.UTF_8)),
                order.ceilingFen(),
                method.k(),
                method.delta());
    }
}
