package cn.qifeng.blind;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * By what a blind file is checked (暗标编制要求): the tender document's template, and the words that tell who wrote it.
 *
 * @param pagesMax pages that a file may have
 * @param fonts names of the fonts that may be used; empty where any may
 * @param sizesPt sizes that may be used, decimals in points; empty where any may
 * @param marginMm width of the empty margin on all four sides, in millimetres
 * @param linesPt distances from line to line that may be used (固定行距), decimals in points; empty where any may
 * @param words names, credit codes and people to look for, in order, each once
 */
public record BlindRules(
        int pagesMax,
        List<String> fonts,
        List<String> sizesPt,
        int marginMm,
        List<String> linesPt,
        List<String> words) {

    private static final int WORD_MIN = 2;

    public BlindRules {
        fonts = List.copyOf(fonts);
        sizesPt = List.copyOf(sizesPt);
        linesPt = List.copyOf(linesPt);
        var ordered = new TreeSet<>(words);
        ordered.removeIf(word -> word.strip().length() < WORD_MIN);
        words = List.copyOf(ordered);
    }

    /** Rules that leave the distance of lines free. */
    public BlindRules(int pagesMax, List<String> fonts, List<String> sizesPt, int marginMm, List<String> words) {
        this(pagesMax, fonts, sizesPt, marginMm, List.of(), words);
    }

    /** The template out of a published method's member {@code blind}, with these words. */
    public static BlindRules of(JsonNode blind, List<String> words) {
        return new BlindRules(
                blind.path("pagesMax").asInt(),
                texts(blind.path("fonts")),
                texts(blind.path("sizesPt")),
                blind.path("marginMm").asInt(),
                texts(blind.path("linesPt")),
                words);
    }

    /** Rules as {@link #toJson} wrote them. */
    public static BlindRules from(JsonNode json) {
        return of(json, texts(json.path("words")));
    }

    /** These rules as canonical JSON. */
    public ObjectNode toJson() {
        var json = CanonicalJson.object().put("pagesMax", pagesMax).put("marginMm", marginMm);
        add(json.putArray("fonts"), fonts);
        add(json.putArray("sizesPt"), sizesPt);
        if (!linesPt.isEmpty()) {
            add(json.putArray("linesPt"), linesPt);
        }
        add(json.putArray("words"), words);
        return json;
    }

    /** Whether text of this size, in tenths of a point, may stand in the file. */
    boolean allowsSize(int tenths) {
        return sizesPt.isEmpty()
                || sizesPt.stream()
                        .map(BigDecimal::new)
                        .anyMatch(it -> Math.abs(it.movePointRight(1).intValue() - tenths) <= 2);
    }

    private static void add(ArrayNode list, List<String> values) {
        values.forEach(list::add);
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(it -> texts.add(it.asText()));
        return texts;
    }
}
