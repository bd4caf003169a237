package cn.qifeng.trading.draw.domain;

import cn.qifeng.trust.note.SealedNote;
import java.util.Map;

/**
 * A party of a draw (抽取参与方) and what it has delivered; {@code null} for what is missing.
 *
 * @param id id of its certificate, hex
 * @param commit hex
 * @param nonce hex
 * @param shares by member's certificate id, both hex: what the set gave to open the note
 */
public record DrawParty(
        String id, String commit, SealedNote note, String nonce, boolean leftOut, Map<String, String> shares) {

    public DrawParty {
        shares = Map.copyOf(shares);
    }

    /** A party that has delivered nothing. */
    public static DrawParty expected(String id) {
        return new DrawParty(id, null, null, null, false, Map.of());
    }

    /** Whether it has delivered what its stage asks for, or need not. */
    boolean done(DrawStage stage) {
        return leftOut
                || switch (stage) {
                    case OPEN -> commit != null;
                    case COMMITTED -> note != null;
                    case SEALED -> nonce != null;
                    case RESULT, VOID -> true;
                };
    }
}
