package cn.qifeng.evaluation.hall.application;

/** Why the platform ends a line (断开原因), with the code of the WebSocket's close. */
public enum Ending {
    /** The same participant came in by another line (在另一处进入). */
    TAKEN_OVER(4001),
    /** No ticket, or none that lets in (无有效入场票). */
    NOT_LET_IN(4002),
    /** Sent what it may not, or too much (违规或过频). */
    PUT_OUT(4003),
    /** The hall is closed for good (评标厅已关闭). */
    CLOSED(4004),
    /** No member of the panel any more (已离席). */
    NO_MEMBER(4005),
    /** No sign of life (长时间无响应). */
    SILENT(4006);

    private final int code;

    Ending(int code) {
        this.code = code;
    }

    /** Code of the close, from the range for applications. */
    public int code() {
        return code;
    }
}
