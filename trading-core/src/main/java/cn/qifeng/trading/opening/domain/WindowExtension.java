package cn.qifeng.trading.opening.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A longer release window (延长解密时限): asked for by host or supervisor with a reason, in force when the other has signed
 * the same.
 *
 * @param closesAt when the window would close
 * @param reason why, in the words of who asked
 */
public record WindowExtension(Instant closesAt, String reason, List<RecordSignature> signatures) {

    public WindowExtension {
        signatures = List.copyOf(signatures);
    }

    /** Whether it asks for the same as another. */
    public boolean same(WindowExtension other) {
        return closesAt.equals(other.closesAt) && reason.equals(other.reason);
    }

    /** The same with one more signature; each capacity signs once. */
    WindowExtension sign(RecordSignature signature) {
        if (signatures.stream().anyMatch(one -> one.capacity() == signature.capacity())) {
            throw OpeningRefusal.SIGNED.refused();
        }
        var more = new ArrayList<>(signatures);
        more.add(signature);
        return new WindowExtension(closesAt, reason, more);
    }

    /** Whether host and supervisor have both signed. */
    public boolean inForce() {
        return signatures.size() == 2;
    }
}
