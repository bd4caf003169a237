package cn.qifeng.evaluation.expert.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One event of an expert's credit (信用事件): recorded with a reason, told to the expert, who may object within the time;
 * it counts from the day after that, or from the decision that upholds it. One that was decided wrong never counted, and
 * one that was repaired counts no more.
 *
 * @param points 0 or negative
 * @param session the evaluation in which it happened; empty for others
 * @param objectionUntil last day for an objection
 * @param words what was said at each step, the newest last
 */
public record CreditEvent(
        UUID id,
        String expert,
        CreditKind kind,
        int points,
        String session,
        LocalDate recordedOn,
        LocalDate objectionUntil,
        CreditState state,
        Optional<LocalDate> decidedOn,
        List<Word> words) {

    public CreditEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expert, "expert");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(decidedOn, "decidedOn");
        words = List.copyOf(words);
        if (points > 0) {
            throw ExpertRefusal.POINTS.at("points", points, "0 or negative");
        }
    }

    /** What somebody said of an event, and who it was (经办意见). */
    public record Word(LocalDate on, String by, String text) {
        public Word {
            Objects.requireNonNull(on, "on");
            Objects.requireNonNull(by, "by");
            if (text == null || text.isBlank()) {
                throw ExpertRefusal.REASON_NEEDED.at("text", text, "a reason");
            }
        }
    }

    /** An event that was just recorded. */
    public static CreditEvent recorded(
            String expert, CreditKind kind, int points, String session, LocalDate objectionUntil, Word reason) {
        return new CreditEvent(
                UUID.randomUUID(),
                expert,
                kind,
                points,
                session,
                reason.on(),
                objectionUntil,
                CreditState.NOTIFIED,
                Optional.empty(),
                List.of(reason));
    }

    /** From which day on it counts; empty while an objection waits, and for one that does not count. */
    public Optional<LocalDate> countsFrom() {
        return switch (state) {
            case NOTIFIED -> Optional.of(objectionUntil.plusDays(1));
            case UPHELD -> decidedOn;
            case OBJECTED, WITHDRAWN, REPAIRED -> Optional.empty();
        };
    }

    /** Whether it counts on this day. */
    public boolean countsOn(LocalDate day) {
        return countsFrom().map(from -> !from.isAfter(day)).orElse(false);
    }

    /** The expert objects; refuses with {@link ExpertRefusal#OBJECTION_OVER} behind the last day. */
    public CreditEvent objected(Word objection) {
        require(CreditState.NOTIFIED);
        if (objection.on().isAfter(objectionUntil)) {
            throw ExpertRefusal.OBJECTION_OVER.at("on", objection.on(), "until " + objectionUntil);
        }
        return to(CreditState.OBJECTED, Optional.empty(), objection);
    }

    /** The library decides over the objection. */
    public CreditEvent decided(boolean upheld, Word reason) {
        require(CreditState.OBJECTED);
        return to(upheld ? CreditState.UPHELD : CreditState.WITHDRAWN, Optional.of(reason.on()), reason);
    }

    /** The expert repaired it, as by training, and the library takes it from the record (信用修复). */
    public CreditEvent repaired(Word reason) {
        if (!countsOn(reason.on())) {
            throw ExpertRefusal.EVENT_STATE.at("state", state, "one that counts");
        }
        return to(CreditState.REPAIRED, Optional.of(reason.on()), reason);
    }

    private void require(CreditState wanted) {
        if (state != wanted) {
            throw ExpertRefusal.EVENT_STATE.at("state", state, wanted);
        }
    }

    private CreditEvent to(CreditState next, Optional<LocalDate> decided, Word word) {
        var said = new ArrayList<>(words);
        said.add(word);
        return new CreditEvent(id, expert, kind, points, session, recordedOn, objectionUntil, next, decided, said);
    }
}
