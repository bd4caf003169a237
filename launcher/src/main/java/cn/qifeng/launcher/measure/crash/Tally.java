package cn.qifeng.launcher.measure.crash;

import cn.qifeng.launcher.measure.History;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What the drill counted; each thing lost and each phantom is told at once. */
final class Tally {

    final AtomicInteger acknowledged = new AtomicInteger();
    final AtomicInteger inDoubt = new AtomicInteger();
    final AtomicInteger doneUnanswered = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    final AtomicInteger lost = new AtomicInteger();
    final AtomicInteger phantom = new AtomicInteger();

    private final History history;
    private final Consumer<String> progress;

    Tally(History history, Consumer<String> progress) {
        this.history = history;
        this.progress = progress;
    }

    /** An act that was answered with its receipt. */
    void acknowledged(String act, String who, int seq, String what) {
        acknowledged.incrementAndGet();
        history.note("acknowledged", "what", act, "who", who, "seq", seq, "hash", what);
    }

    /** An act whose answer did not come. */
    void inDoubt(String act, String who, int seq, String what) {
        inDoubt.incrementAndGet();
        history.note("in-doubt", "what", act, "who", who, "seq", seq, "hash", what);
    }

    /** An act whose answer did not come, and which is seen to have been done. */
    void seen(String act, String who, int seq, String what) {
        doneUnanswered.incrementAndGet();
        history.note("seen", "what", act, "who", who, "seq", seq, "hash", what);
    }

    /** An act that was turned down. */
    void refused(String act, String who, int seq, String why) {
        refused.incrementAndGet();
        history.note("refused", "what", act, "who", who, "seq", seq, "why", why);
    }

    /** Something acknowledged is not there any more. */
    void lost(String what) {
        lost.incrementAndGet();
        history.note("lost", "what", what);
        progress.accept("  LOST: " + what);
    }

    /** Something is there that nobody did, or counts twice. */
    void phantom(String what) {
        phantom.incrementAndGet();
        history.note("phantom", "what", what);
        progress.accept("  PHANTOM: " + what);
    }
}
