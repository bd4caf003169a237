package cn.qifeng.cli.seal;

import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.kernel.Refused;
import java.io.IOException;

/** Refusals as one line for people. */
public final class Refusals {

    private Refusals() {}

    /** What a command does once its options are read. */
    @FunctionalInterface
    public interface Work {

        /** Gives the exit code. */
        int run() throws IOException;
    }

    /** Exit code of the work; a refusal, or a call that failed, becomes a line on the error output and exit code 1. */
    public static int told(Work work) throws IOException {
        try {
            return work.run();
        } catch (Refused refused) {
            System.err.println(text(refused));
        } catch (ApiFailed failed) {
            System.err.println("Not done 未完成: " + failed.getMessage());
        }
        return 1;
    }

    /** Code, field, what was seen and expected, and the article. */
    public static String text(Refused refused) {
        var facts = refused.facts();
        return "Refused 拒绝 %s: %s is %s, expected %s%s"
                .formatted(
                        refused.code().code(),
                        facts.get("field"),
                        facts.get("seen"),
                        facts.get("expected"),
                        facts.containsKey("law") ? " (" + facts.get("law") + ")" : "");
    }
}
