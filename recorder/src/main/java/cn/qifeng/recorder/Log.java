package cn.qifeng.recorder;

/** What the operator may want to read: lines on standard error, which the service keeps. */
final class Log {

    private Log() {}

    static void say(String text) {
        System.err.println(text);
    }
}
