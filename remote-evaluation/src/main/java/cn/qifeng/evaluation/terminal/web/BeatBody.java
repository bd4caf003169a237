package cn.qifeng.evaluation.terminal.web;

import cn.qifeng.evaluation.terminal.application.KeepPresence.Answer;
import cn.qifeng.evaluation.terminal.domain.ClockMark;
import cn.qifeng.evaluation.terminal.domain.ClockReading;
import cn.qifeng.evaluation.terminal.domain.SeatEventKind;
import java.time.Instant;
import java.util.List;

/**
 * Answer to a beat.
 *
 * @param heard when the platform heard the beat, in milliseconds since 1970
 * @param answered when it answered
 * @param offsetMs how far the terminal's clock is ahead; {@code null} before the second beat
 * @param everyMs when the next beat is wanted
 * @param intrusions who tried to be this member since check-in, newest first
 */
record BeatBody(
        String nonce,
        long heard,
        long answered,
        ClockMark mark,
        Long offsetMs,
        Long roundTripMs,
        long alarmMs,
        long blockMs,
        long everyMs,
        List<Intrusion> intrusions) {

    static BeatBody of(Answer answer, long heard) {
        var presence = answer.presence();
        var rules = answer.rules();
        return new BeatBody(
                presence.nonces().present(),
                heard,
                Instant.now().toEpochMilli(),
                presence.mark(),
                presence.reading().map(ClockReading::offsetMs).orElse(null),
                presence.reading().map(ClockReading::roundTripMs).orElse(null),
                rules.alarmMs(),
                rules.blockMs(),
                rules.every().toMillis(),
                answer.intrusions().stream()
                        .map(it -> new Intrusion(it.at(), it.kind()))
                        .toList());
    }

    /** One try. */
    record Intrusion(Instant at, SeatEventKind kind) {}
}
