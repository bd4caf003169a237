package cn.qifeng.cli.client;

/** A call of the public API was refused, or not answered. */
public final class ApiFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** A call that was not answered; {@code why} is for people. */
    ApiFailed(String call, String why, Throwable cause) {
        super(call + " → " + why, cause);
        this.status = 0;
    }

    /** A call that was answered by another status than success; {@code answer} is a problem document as a rule. */
    ApiFailed(String call, int status, String answer) {
        super(call + " → " + status + " " + answer, null);
        this.status = status;
    }

    /** Whether it was refused by this code, such as {@code bidding/upload-closed}. */
    public boolean refusedBy(String code) {
        return status != 0 && getMessage().contains("\"" + code + "\"");
    }

    /** Whether the thing asked for is not there, or not there yet. */
    public boolean notFound() {
        return status == 404;
    }

    /** Whether the token is not good any more. */
    public boolean loggedOut() {
        return status == 401;
    }

    /** Whether the same call may succeed later: no answer, or a fault of the server. */
    public boolean passing() {
        return status == 0 || status >= 500;
    }
}
