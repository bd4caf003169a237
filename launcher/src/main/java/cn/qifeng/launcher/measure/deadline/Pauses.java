package cn.qifeng.launcher.measure.deadline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Stops and continues the nodes around the deadline (SIGSTOP, SIGCONT), each at moments of its own. */
final class Pauses {

    private static final long MILLI = 1_000_000L;
    private static final int LONG_MS = 3_000;

    /** One pause, by {@link System#nanoTime()}. */
    record Pause(int node, long fromNanos, long toNanos) {}

    private final List<Long> pids;
    private final List<Pause> planned = new ArrayList<>();
    private final List<Pause> made = new ArrayList<>();

    /**
     * Each node stands still once before the deadline; the last one also right behind it, and for long when what was in
     * time waits to be recorded. The first keeps running through the deadline, so that its pace can be told.
     */
    Pauses(List<Long> pids, long deadlineNanos, Random random) {
        this.pids = pids;
        for (int node = 0; node < pids.size(); node++) {
            add(node, deadlineNanos, -500 + random.nextInt(200), 50 + random.nextInt(150));
        }
        int last = pids.size() - 1;
        add(last, deadlineNanos, -50 + random.nextInt(200), 50 + random.nextInt(250));
        add(last, deadlineNanos, 900, LONG_MS);
    }

    private void add(int node, long deadlineNanos, int fromMs, int lengthMs) {
        long from = deadlineNanos + fromMs * MILLI;
        planned.add(new Pause(node, from, from + lengthMs * MILLI));
    }

    /** Makes all pauses in their order, each node by a thread of its own. */
    List<Thread> start() {
        var threads = new ArrayList<Thread>();
        for (int node = 0; node < pids.size(); node++) {
            int one = node;
            var thread = new Thread(
                    () -> planned.stream().filter(pause -> pause.node == one).forEach(this::make), "pauses-" + node);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private void make(Pause pause) {
        sleepUntil(pause.fromNanos);
        long from = System.nanoTime();
        signal("-STOP", pause.node);
        try {
            sleepUntil(pause.toNanos);
        } finally {
            signal("-CONT", pause.node);
        }
        synchronized (made) {
            made.add(new Pause(pause.node, from, System.nanoTime()));
        }
    }

    /** The pauses that were made. */
    List<Pause> made() {
        synchronized (made) {
            return List.copyOf(made);
        }
    }

    /** Whether the node of a shot stood still at any moment between its last byte and its answer. */
    boolean touched(Shot shot) {
        return made().stream()
                .anyMatch(pause -> pause.node == shot.node
                        && pause.fromNanos <= shot.answeredNanos
                        && pause.toNanos >= shot.sentNanos);
    }

    private static void sleepUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void signal(String signal, int node) {
        try {
            var kill = new ProcessBuilder("kill", signal, pids.get(node).toString()).start();
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IOException("kill " + signal + " failed");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
