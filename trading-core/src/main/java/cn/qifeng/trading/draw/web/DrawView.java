package cn.qifeng.trading.draw.web;

import cn.qifeng.trading.draw.domain.DrawParty;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A draw as clients see it.
 *
 * @param awaits {@code HEAD}, {@code COMMIT}, {@code SEAL}, {@code REVEAL}, or {@code null} when it is over
 * @param picked indexes into the pool, or {@code null} before the result
 */
record DrawView(
        String id,
        String tender,
        String purpose,
        List<String> pool,
        String poolHash,
        int picks,
        String set,
        String state,
        String awaits,
        String deadline,
        List<Party> parties,
        String seed,
        List<Integer> picked,
        List<String> values) {

    /** A party's progress; the note is public, because it opens nothing without the set. */
    record Party(String id, boolean committed, boolean sealed, boolean revealed, boolean leftOut, ObjectNode note) {

        static Party of(DrawParty party) {
            return new Party(
                    party.id(),
                    party.commit() != null,
                    party.note() != null,
                    party.nonce() != null,
                    party.leftOut(),
                    party.note() == null ? null : party.note().toDoc());
        }
    }

    static DrawView of(Drawing drawing) {
        boolean over = drawing.seed() != null;
        return new DrawView(
                drawing.id().toString(),
                drawing.tender().toString(),
                drawing.purpose().name(),
                drawing.pool(),
                Hex.encode(drawing.poolHash()),
                drawing.picks(),
                drawing.set(),
                drawing.stage().name(),
                awaits(drawing),
                Moments.format(drawing.deadline()),
                drawing.parties().stream().map(Party::of).toList(),
                drawing.seed(),
                over ? drawing.picked() : null,
                over ? drawing.values() : null);
    }

    private static String awaits(Drawing drawing) {
        if (drawing.stage() == DrawStage.RESULT || drawing.stage() == DrawStage.VOID) {
            return null;
        }
        if (drawing.headDue()) {
            return "HEAD";
        }
        return switch (drawing.stage()) {
            case OPEN -> "COMMIT";
            case COMMITTED -> "SEAL";
            default -> "REVEAL";
        };
    }
}
