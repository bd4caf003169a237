package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * That technical files are blind (暗标编制要求), as the tender document declares it in its method.
 *
 * @param template the published rules
 * @param breach what follows when the panel finds a breach
 */
public record BlindSetting(JsonNode template, Breach breach) {

    /** Consequence of a breach. */
    public enum Breach {
        /** The bid is rejected (否决投标). */
        REJECT,
        /** The technical part gets no points (技术部分计零分). */
        ZERO,
        /** It is written into the report, and nothing else (仅记录). */
        NONE
    }

    /** Reads it from the published method; empty where technical files are not blind. */
    public static Optional<BlindSetting> of(MethodSetting method) {
        var json = CanonicalJson.decode(method.published().getBytes(StandardCharsets.UTF_8))
                .path("blind");
        return json.isObject()
                ? Optional.of(new BlindSetting(
                        json, Breach.valueOf(json.path("breach").asText())))
                : Optional.empty();
    }
}
