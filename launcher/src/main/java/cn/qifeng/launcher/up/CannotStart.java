package cn.qifeng.launcher.up;

/** The platform cannot start; the message is one clear sentence with the command that mends it. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong and how to mend it. */
    public CannotStart(String sentence) {
        super(sentence);
    }

    /** What is wrong and how to mend it, with what was thrown. */
    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
