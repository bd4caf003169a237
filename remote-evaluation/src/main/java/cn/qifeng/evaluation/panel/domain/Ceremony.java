package cn.qifeng.evaluation.panel.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What trading-core makes for a session: its key set and its draws (密钥与抽取).
 *
 * @param keySet id of the key set's ceremony, made here so that a repeated request is harmless
 * @param set set id, hex, once the ceremony is complete
 * @param keySetJson the key set itself, canonical JSON, once complete
 * @param draw id of the running or last draw
 * @param pool codes of experts of that draw in canonical order; empty until it is asked for
 * @param labelSeed 32 secret bytes, hex, from which every member's labels follow; shown with the scores
 * @param course how the draws went
 */
public record Ceremony(
        UUID keySet,
        Optional<String> set,
        Optional<String> keySetJson,
        UUID draw,
        List<String> pool,
        String labelSeed,
        DrawCourse course) {

    public Ceremony {
        pool = List.copyOf(pool);
        course = course == null ? DrawCourse.begun() : course;
    }

    /** A ceremony that has not begun. */
    public static Ceremony begun(UUID keySet, UUID draw, String labelSeed) {
        return new Ceremony(keySet, Optional.empty(), Optional.empty(), draw, List.of(), labelSeed, DrawCourse.begun());
    }

    Ceremony completed(String completedSet, String json) {
        return new Ceremony(keySet, Optional.of(completedSet), Optional.of(json), draw, pool, labelSeed, course);
    }

    Ceremony redrawn(UUID next) {
        return new Ceremony(keySet, set, keySetJson, next, List.of(), labelSeed, course);
    }

    Ceremony drawing(List<String> from) {
        return new Ceremony(keySet, set, keySetJson, draw, from, labelSeed, course);
    }

    /** The same under new labels, because those of before are known. */
    Ceremony relabelled(String seed) {
        return new Ceremony(keySet, set, keySetJson, draw, pool, seed, course);
    }

    Ceremony in(DrawCourse next) {
        return new Ceremony(keySet, set, keySetJson, draw, pool, labelSeed, next);
    }
}
