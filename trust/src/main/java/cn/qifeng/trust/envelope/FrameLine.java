package cn.qifeng.trust.envelope;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works on frames with several threads and hands the results on in the order in which the work came. At most two frames
 * for each thread are under way, so memory does not grow with the file.
 */
final class FrameLine<T> implements AutoCloseable {

    /** Takes what became of one frame. */
    @FunctionalInterface
    interface Taker<T> {

        void take(T result) throws IOException;
    }

    private static final int UNDER_WAY_EACH = 2;
    private static final int THREADS_MAX = 8;

    private final Taker<T> taker;
    private final int underWayMax;
    private final ExecutorService threads;
    private final Deque<Future<T>> underWay = new ArrayDeque<>();

    /** As many threads as this machine has processors, eight at the most. */
    static int processors() {
        return Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors());
    }

    /** With one thread the caller's own does all the work. */
    FrameLine(int threadCount, Taker<T> taker) {
        this.taker = taker;
        underWayMax = threadCount * UNDER_WAY_EACH;
        threads = threadCount == 1 ? null : Executors.newFixedThreadPool(threadCount, FrameLine::thread);
    }

    /** Begins work on the next frame; first hands on the oldest when enough is under way. */
    void add(Callable<T> work) throws IOException {
        if (threads == null) {
            taker.take(now(work));
            return;
        }
        if (underWay.size() == underWayMax) {
            taker.take(result(underWay.remove()));
        }
        underWay.add(threads.submit(work));
    }

    /** Hands on all that is still under way. */
    void finish() throws IOException {
        while (!underWay.isEmpty()) {
            taker.take(result(underWay.remove()));
        }
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    private static <T> T now(Callable<T> work) throws IOException {
        try {
            return work.call();
        } catch (RuntimeException | IOException failed) {
            throw failed;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while frames were under way", stopped);
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "frames");
        thread.setDaemon(true);
        return thread;
    }
}
