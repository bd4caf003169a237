package cn.qifeng.trading.bidding.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seals and withdrawals that this node has read to the last byte and not yet decided (在途封标): the freeze waits for them.
 */
@ApplicationScoped
public class SealsUnderWay {

    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

    /** One request, from its last byte to its decision. */
    public final class Entry implements AutoCloseable {

        private final long lastByteNanos;

        private Entry(long lastByteNanos) {
            this.lastByteNanos = lastByteNanos;
        }

        /** {@link System#nanoTime()} when its last byte was read. */
        public long lastByteNanos() {
            return lastByteNanos;
        }

        /** It is decided, or nobody will decide it; closing twice does no harm. */
        @Override
        public void close() {
            entries.remove(this);
        }
    }

    /** A request whose last byte was read just now. */
    public Entry begin() {
        var entry = new Entry(System.nanoTime());
        entries.add(entry);
        return entry;
    }

    /** When the last byte of the oldest of them was read, by {@link System#nanoTime()}; empty when there is none. */
    OptionalLong oldestNanos() {
        long now = System.nanoTime();
        var longestAgo =
                entries.stream().mapToLong(entry -> now - entry.lastByteNanos).max();
        return longestAgo.isEmpty() ? OptionalLong.empty() : OptionalLong.of(now - longestAgo.getAsLong());
    }
}
