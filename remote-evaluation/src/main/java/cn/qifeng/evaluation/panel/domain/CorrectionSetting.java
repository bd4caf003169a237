package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * Which price counts after an arithmetic correction that binds (修正价取用规则), as the tender document declares it in its
 * method; where it declares nothing, the price that was read out.
 *
 * @param ceiling which one is held against the price ceiling
 * @param score which one enters the score
 */
public record CorrectionSetting(Price ceiling, Price score) {

    /** One of two prices. */
    public enum Price {
        /** As it was read out at the opening (唱标价). */
        SUNG,
        /** As it was corrected and confirmed (修正价). */
        CORRECTED
    }

    /** Reads it from the published method. */
    public static CorrectionSetting of(MethodSetting method) {
        var json = CanonicalJson.decode(method.published().getBytes(StandardCharsets.UTF_8))
                .path("correction");
        return new CorrectionSetting(price(json, "ceiling"), price(json, "score"));
    }

    private static Price price(JsonNode json, String field) {
        return json.hasNonNull(field) ? Price.valueOf(json.path(field).asText()) : Price.SUNG;
    }
}
