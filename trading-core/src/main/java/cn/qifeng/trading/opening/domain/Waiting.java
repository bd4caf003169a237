package cn.qifeng.trading.opening.domain;

import cn.qifeng.trading.opening.domain.BidOpening.Drawing;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.BidOpening.Released;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import java.time.Instant;
import java.util.Optional;

/**
 * A step of an opening that only others can bring about (等候中的环节).
 *
 * @param cause why it stands still when it takes too long
 * @param since since when they can
 */
public record Waiting(SuspensionCause cause, Instant since) {

    /** What an opening with a list waits for from trustees or witnesses; empty when it waits for others or nobody. */
    public static Optional<Waiting> of(BidOpening opening) {
        if (opening instanceof Listed listed && listed.namesAt() == null) {
            return witnesses(listed.list().frozenAt());
        }
        if (opening instanceof Released released) {
            return witnesses(released.checkpoint().releases().closesAt());
        }
        if (opening instanceof Drawing drawing) {
            return trustees(drawing.namedAt());
        }
        return opening instanceof Unsealing unsealing ? trustees(unsealing.drawnAt()) : Optional.empty();
    }

    private static Optional<Waiting> witnesses(Instant since) {
        return Optional.of(new Waiting(SuspensionCause.WITNESSES_MISSING, since));
    }

    private static Optional<Waiting> trustees(Instant since) {
        return Optional.of(new Waiting(SuspensionCause.TRUSTEES_MISSING, since));
    }
}
