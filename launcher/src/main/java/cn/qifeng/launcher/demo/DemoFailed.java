package cn.qifeng.launcher.demo;

/** A call of the demo was refused or came to nothing. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailed(String call, String answer, Throwable cause) {
        super(call + " → " + answer, cause);
    }
}
