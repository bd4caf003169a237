package cn.qifeng.launcher.demo;

/** A step of the demo came to nothing. */
public final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailed(String step, String why, Throwable cause) {
        super(step + ": " + why, cause);
    }
}
