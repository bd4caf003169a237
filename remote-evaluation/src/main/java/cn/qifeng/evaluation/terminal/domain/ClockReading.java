package cn.qifeng.evaluation.terminal.domain;

/**
 * What one exchange tells of a terminal's clock (时钟偏差测量), as NTP computes it (RFC 5905 section 8).
 *
 * @param offsetMs how far the terminal's clock is ahead, in milliseconds; wrong by half of the round trip at most
 * @param roundTripMs time on the line, in milliseconds
 */
public record ClockReading(long offsetMs, long roundTripMs) {

    /** No clock of this time is further away; stamps beyond are no stamps. */
    private static final long STAMP_MAX = 1L << 45;

    /**
     * Reads an exchange, all in milliseconds since 1970; refuses stamps that cannot be with {@link
     * TerminalRefusal#STAMPS}.
     *
     * @param sent when the terminal sent, by its clock
     * @param heard when the platform heard it, by the platform's
     * @param answered when the platform answered, by the platform's
     * @param received when the terminal had the answer, by its clock
     */
    public static ClockReading of(long sent, long heard, long answered, long received) {
        boolean possible = inRange(sent)
                && inRange(heard)
                && inRange(answered)
                && inRange(received)
                && sent <= received
                && heard <= answered
                && received - sent >= answered - heard;
        if (!possible) {
            throw TerminalRefusal.STAMPS.at(
                    "former", sent + ", " + heard + ", " + answered + ", " + received, "stamps of one exchange");
        }
        return new ClockReading(((sent - heard) + (received - answered)) / 2, (received - sent) - (answered - heard));
    }

    private static boolean inRange(long stamp) {
        return stamp > 0 && stamp < STAMP_MAX;
    }
}
