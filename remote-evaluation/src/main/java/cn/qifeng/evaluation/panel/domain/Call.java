package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.evaluation.notification.domain.Sending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The call of one drawn expert (呼叫专家): when it was called, by which channels, until when it may answer.
 *
 * @param number number of the expert in the pool
 * @param answerBy from then on no answer counts as declined
 */
public record Call(
        UUID id,
        SessionId session,
        String number,
        CallState state,
        Instant calledAt,
        Instant answerBy,
        List<Notice> notices) {

    public Call {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(calledAt, "calledAt");
        Objects.requireNonNull(answerBy, "answerBy");
        notices = List.copyOf(notices);
    }

    /** What came of telling it once by one channel. */
    public record Notice(Sending sending, Instant at) {
        public Notice {
            Objects.requireNonNull(sending, "sending");
            Objects.requireNonNull(at, "at");
        }
    }

    /** A call that is still to be told. */
    public static Call of(UUID id, SessionId session, String number, Instant now, Instant answerBy) {
        return new Call(id, session, number, CallState.DUE, now, answerBy, List.of());
    }

    /** It was told by these channels. */
    public Call told(List<Sending> sendings, Instant now) {
        var all = new ArrayList<>(notices);
        sendings.forEach(it -> all.add(new Notice(it, now)));
        return new Call(id, session, number, state == CallState.OVER ? state : CallState.TOLD, calledAt, answerBy, all);
    }

    /** To be told once more; refuses with {@link PanelRefusal#ANSWERED_LATE} when it is over. */
    public Call again() {
        if (state == CallState.OVER) {
            throw PanelRefusal.ANSWERED_LATE.refused();
        }
        return in(CallState.DUE);
    }

    /** Answered, or left without an answer. */
    public Call over() {
        return in(CallState.OVER);
    }

    /** Whether no answer can come any more. */
    public boolean lapsed(Instant now) {
        return !now.isBefore(answerBy);
    }

    private Call in(CallState next) {
        return new Call(id, session, number, next, calledAt, answerBy, notices);
    }
}
