package cn.qifeng.launcher.demo;

/** A call of the demo was refused or came to nothing. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    DemoFailed(String call, String answer, Throwable cause) {
        super(call + " → " + answer, cause);
        this.status = 0;
    }

    /** A call that was answered by an HTTP status other than success. */
    DemoFailed(String call, int status, String answer) {
        super(call + " → " + status + " " + answer, null);
        this.status = status;
    }

    /** Whether the thing asked for is not there, or not there yet. */
    boolean notFound() {
        return status == 404;
    }
}
