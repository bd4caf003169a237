package cn.qifeng.trading.opening.application;

import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.OpenedBid;
import cn.qifeng.trust.envelope.BidOpening;
import cn.qifeng.trust.envelope.Frames;
import cn.qifeng.trust.keyset.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Examines all envelopes of a list at once, on all processors (并行解密核验): first the keys and wraps of each, then every
 * frame. A thread has one buffer of a frame's size outside the heap, into which the store reads and in which the frame is
 * decrypted: whatever the bids weigh, memory does not grow with it, and no byte is copied or read twice.
 */
@ApplicationScoped
class ExamineBids {

    private final ExamineBid examine;

    ExamineBids(ExamineBid examine) {
        this.examine = examine;
    }

    /** What the opening tells of each, in the given order; {@code setOf} gives the set that a bid is sealed to. */
    List<OpenedBid> examine(Unsealing unsealing, Function<Sealing, KeySet> setOf, List<Sealing> sealings) {
        int threads = examine.threads();
        var pool = Executors.newFixedThreadPool(threads, ExamineBids::thread);
        try {
            var openings = all(
                    pool,
                    sealings.stream()
                            .<Callable<Begun>>map(sealing -> () -> begin(unsealing, setOf.apply(sealing), sealing))
                            .toList());
            checkFrames(
                    pool,
                    threads,
                    openings.stream()
                            .filter(begun -> begun.examination() != null)
                            .map(Begun::examination)
                            .toList());
            return openings.stream().map(Begun::result).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    /** An envelope whose frames are still to be verified, or the finding against it. */
    private record Begun(Examination examination, OpenedBid finding) {

        OpenedBid result() {
            return finding != null ? finding : examination.result();
        }
    }

    private Begun begin(Unsealing unsealing, KeySet set, Sealing sealing) {
        var opening = examine.open(unsealing, set, sealing);
        if (opening instanceof BidOpening.Invalid invalid) {
            return new Begun(
                    null, OpenedBid.invalid(sealing.bidId(), invalid.finding().code()));
        }
        if (!(opening instanceof BidOpening.Opened opened)) {
            throw new IllegalStateException("bid " + sealing.bidId() + " still waits for shares");
        }
        return new Begun(examine.examination(opened, sealing), null);
    }

    private static void checkFrames(ExecutorService pool, int threads, List<Examination> bids) {
        var starts = new int[bids.size() + 1];
        for (int b = 0; b < bids.size(); b++) {
            starts[b + 1] = Math.addExact(starts[b], bids.get(b).frames());
        }
        var next = new AtomicInteger();
        Callable<Void> work = () -> {
            var buffer = ByteBuffer.allocateDirect(Frames.STORED_MAX);
            for (int k = next.getAndIncrement(); k < starts[bids.size()]; k = next.getAndIncrement()) {
                int b = bid(starts, k);
                bids.get(b).check(k - starts[b], buffer);
            }
            return null;
        };
        all(pool, IntStream.range(0, threads).mapToObj(thread -> work).toList());
    }

    /** The bid that frame {@code k} of all belongs to; every bid has a frame. */
    private static int bid(int[] starts, int k) {
        int found = Arrays.binarySearch(starts, k);
        return found >= 0 ? found : -found - 2;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "opening");
        thread.setDaemon(true);
        return thread;
    }

    private static <T> List<T> all(ExecutorService pool, List<Callable<T>> work) {
        List<Future<T>> done = work.stream().map(pool::submit).collect(Collectors.toList());
        var results = new ArrayList<T>();
        for (var one : done) {
            try {
                results.add(one.get());
            } catch (ExecutionException failed) {
                throw new IllegalStateException("an envelope could not be examined", failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while envelopes were examined", stopped);
            }
        }
        return results;
    }
}
