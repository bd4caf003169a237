package cn.qifeng.evaluation.recording.web;

import cn.qifeng.evaluation.recording.application.ReadRecordings.Kept;
import cn.qifeng.evaluation.recording.application.ReadRecordings.Storage;
import cn.qifeng.evaluation.recording.application.ReadRecordings.Whole;
import cn.qifeng.evaluation.recording.domain.Deletion;
import cn.qifeng.evaluation.recording.domain.EvaluationSteps.Step;
import cn.qifeng.evaluation.recording.domain.Looks.Look;
import java.time.Instant;
import java.util.List;

/** How recordings are shown. */
final class RecordingViews {

    private RecordingViews() {}

    /** One recording in a list; {@code deletion} is {@code NONE}, {@code ASKED}, {@code REFUSED} or {@code DONE}. */
    record Line(
            String session,
            String tender,
            String name,
            String stage,
            long items,
            String head,
            long bytes,
            Instant openedAt,
            Instant closedAt,
            Instant until,
            boolean differs,
            String deletion) {

        static Line of(Kept kept) {
            var it = kept.recording();
            return new Line(
                    it.session().toString(),
                    kept.session().order().tender().toString(),
                    kept.session().order().name(),
                    it.stage().name(),
                    it.link().seq(),
                    it.link().hash(),
                    it.bytes(),
                    it.openedAt(),
                    it.closedAt().orElse(null),
                    kept.until().orElse(null),
                    it.differs(),
                    kept.deletion().map(Line::state).orElse("NONE"));
        }

        private static String state(Deletion deletion) {
            if (deletion.waits()) {
                return "ASKED";
            }
            return deletion.approved() ? "DONE" : "REFUSED";
        }
    }

    /** All recordings and what they take up; {@code daysLeft} is missing when nothing came of late. */
    record StorageView(
            List<Line> recordings, long bytes, long free, long perDay, Long daysLeft, long due, int retentionYears) {

        static StorageView of(Storage storage) {
            return new StorageView(
                    storage.kept().stream().map(Line::of).toList(),
                    storage.bytes(),
                    storage.free(),
                    storage.perDay(),
                    storage.daysLeft().orElse(null),
                    storage.due(),
                    storage.retentionYears());
        }
    }

    /** One recording with what happened meanwhile. */
    record WholeView(Line recording, List<Step> steps, List<LookView> looks) {

        static WholeView of(Whole whole) {
            return new WholeView(
                    Line.of(whole.kept()),
                    whole.steps(),
                    whole.looks().stream().map(LookView::of).toList());
        }
    }

    /** A look, without the person's name. */
    record LookView(String role, String reason, Instant at) {

        static LookView of(Look look) {
            return new LookView(look.role(), look.reason(), look.at());
        }
    }
}
