package cn.qifeng.evaluation.panel.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * What trading-core makes for a session: its key set and its draws (密钥与抽取).
 *
 * @param keySet id of the key set's ceremony, made here so that a repeated request is harmless
 * @param set set id, hex, once the ceremony is complete
 * @param keySetJson the key set itself, canonical JSON, once complete
 * @param draw id of the running or last draw
 * @param labelSeed 32 secret bytes, hex, from which every member's labels follow; shown with the scores
 */
public record Ceremony(UUID keySet, Optional<String> set, Optional<String> keySetJson, UUID draw, String labelSeed) {

    /** A ceremony that has not begun. */
    public static Ceremony begun(UUID keySet, UUID draw, String labelSeed) {
        return new Ceremony(keySet, Optional.empty(), Optional.empty(), draw, labelSeed);
    }

    Ceremony completed(String completedSet, String json) {
        return new Ceremony(keySet, Optional.of(completedSet), Optional.of(json), draw, labelSeed);
    }

    Ceremony redrawn(UUID next) {
        return new Ceremony(keySet, set, keySetJson, next, labelSeed);
    }
}
