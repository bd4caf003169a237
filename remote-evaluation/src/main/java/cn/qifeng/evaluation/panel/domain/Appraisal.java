package cn.qifeng.evaluation.panel.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * What the trading centre says of a member's work in one evaluation (一标一评); one for each member and evaluation, and never
 * changed. What has to cost credit is recorded as an event of credit besides.
 *
 * @param expert number of the expert
 * @param by id of the person who appraises
 */
public record Appraisal(SessionId session, String expert, Grade grade, String text, String by, Instant at) {

    public Appraisal {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(expert, "expert");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        if (text == null || text.isBlank()) {
            throw PanelRefusal.REASON_NEEDED.refused();
        }
    }

    /** How good the work was (考评等次). */
    public enum Grade {
        /** Better than asked for (优秀). */
        EXCELLENT,
        /** As asked for (合格). */
        SOUND,
        /** Less than asked for (不合格). */
        POOR
    }
}
