package cn.qifeng.recorder;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * With what lines to a room are made (房间上下文).
 *
 * @param thread the room's thread, on which every answer is taken
 * @param published told when a publisher stands or sends more
 */
record JanusContext(JanusLine line, Executor thread, String room, String pin, Consumer<String> published) {

    /** Takes an answer on the room's thread; what was refused is told to the operator. */
    <T> void then(CompletableFuture<T> answer, Consumer<T> next) {
        answer.whenCompleteAsync(
                (value, failed) -> {
                    if (failed == null) {
                        take(value, next);
                    } else {
                        Log.say(String.valueOf(failed.getMessage()));
                    }
                },
                thread);
    }

    /** What cannot be recorded is not passed over: this JVM ends. */
    private static <T> void take(T value, Consumer<T> next) {
        try {
            next.accept(value);
        } catch (RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(RecorderMain.FAILED);
        }
    }
}
