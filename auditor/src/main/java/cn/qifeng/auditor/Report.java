package cn.qifeng.auditor;

import java.util.List;

/** What an audit found. */
public record Report(
        Verdict verdict,
        String object,
        String reason,
        String tender,
        String cut,
        String trustFile,
        boolean sandbox,
        List<Finding> checks,
        List<String> withheld,
        List<String> attested) {

    /** The three outcomes with their exit codes. */
    public enum Verdict {
        /** Everything holds and leads to the user's own trust file. */
        PROVED(0),
        /** Something does not hold; the first bad object is named. */
        BROKEN(1),
        /** Everything holds, but no trust file was given: somebody could have rebuilt it with other keys. */
        CONSISTENT(2);

        private final int exit;

        Verdict(int exit) {
            this.exit = exit;
        }

        /** Exit code of the command. */
        public int exit() {
            return exit;
        }
    }

    /** One check that was made, over how many objects. */
    public record Finding(String name, int objects) {}
}
