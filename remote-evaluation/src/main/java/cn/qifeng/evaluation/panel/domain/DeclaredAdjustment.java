package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.PriceAdjustment;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One adjustment as the tender document declares it in its method (已公布的量化因素).
 *
 * @param name what is adjusted
 * @param basis what counts as one
 * @param rule what it comes to
 */
public record DeclaredAdjustment(String name, String basis, PriceAdjustment rule) {

    /**
     * Those of the published method, in its order; none outside method M-E.
     *
     * @throws IllegalArgumentException when one has a kind that nobody knows, or no number where its kind needs one
     */
    public static List<DeclaredAdjustment> of(MethodSetting method) {
        var json = CanonicalJson.decode(method.published().getBytes(StandardCharsets.UTF_8))
                .path("adjustments");
        return StreamSupport.stream(json.spliterator(), false)
                .map(it -> new DeclaredAdjustment(
                        it.path("name").asText(), it.path("basis").asText(), rule(it)))
                .toList();
    }

    /** The rules alone. */
    public static List<PriceAdjustment> rules(MethodSetting method) {
        return of(method).stream().map(DeclaredAdjustment::rule).toList();
    }

    /** Its code. */
    public String code() {
        return rule.code();
    }

    /** Whether the panel has to find something for it; a duration is in the opening record. */
    public boolean found() {
        return !(rule instanceof PriceAdjustment.Duration);
    }

    private static PriceAdjustment rule(JsonNode json) {
        var code = json.path("code").asText();
        return switch (json.path("kind").asText()) {
            case "OMISSION" -> new PriceAdjustment.Omission(code);
            case "DURATION" ->
                new PriceAdjustment.Duration(
                        code,
                        (int) number(json, "baseDays"),
                        new Fen(number(json, "laterFen")),
                        new Fen(number(json, "earlierFen")));
            case "DEVIATION" -> new PriceAdjustment.Deviation(code, BigDecimal.valueOf(number(json, "amountFen"), 2));
            case "SHARE" ->
                new PriceAdjustment.Share(
                        code, new BigDecimal(json.path("percent").asText()));
            default -> throw new IllegalArgumentException("kind: " + json.path("kind"));
        };
    }

    private static long number(JsonNode json, String field) {
        if (!json.path(field).isIntegralNumber()) {
            throw new IllegalArgumentException(field + ": " + json.path(field));
        }
        return json.path(field).longValue();
    }
}
