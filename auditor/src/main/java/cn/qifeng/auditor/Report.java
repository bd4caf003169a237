package cn.qifeng.auditor;

import java.util.List;

/**
 * What an audit found.
 *
 * @param check name of the check that found the first bad object, {@code null} when nothing is broken
 * @param object the first bad object
 * @param code code of the rule that it breaks; the auditor of the pages uses the same codes
 * @param reason the rule in words, with what was seen
 * @param falseBlames trustees who called a wrap bad that the rebuilt envelope shows to be good, where the presses are shown
 */
public record Report(
        Verdict verdict,
        String check,
        String object,
        String code,
        String reason,
        String tender,
        String cut,
        String trustFile,
        boolean sandbox,
        List<Finding> checks,
        List<String> withheld,
        List<String> attested,
        List<String> falseBlames) {

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

    /** The report on a package that cannot even be opened. */
    public static Report unreadable(Broken broken) {
        return new Report(
                Verdict.BROKEN,
                null,
                broken.object(),
                broken.code(),
                broken.reason(),
                null,
                null,
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** One check that was made, over how many objects. */
    public record Finding(String name, int objects) {}
}
