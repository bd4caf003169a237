package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * Evaluation time of the tender document: the session works with the hours that were published, and no end that is set gives
 * the panel less, counted from when it was complete (实施条例 §48).
 */
final class PublishedTime {

    private static final long HOURS_MAX = 720;
    private static final Duration CLOCKS = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final String PUBLISHED = "chain/000001.json";

    private PublishedTime() {}

    /** Breaks where the session was opened with other hours than were published. */
    static void session(Dossier dossier) {
        var hours = hours(dossier);
        for (Entry opened : dossier.entries("evaluation/opened")) {
            Broken.unless(
                    opened.body().path("evaluationHours").equals(hours),
                    opened.object() + "#evaluationHours",
                    "not the published evaluation time");
        }
    }

    /** Breaks where an end that was set is not by the published hours. */
    static void end(Dossier dossier, Entry entry) {
        var hours = hours(dossier);
        var doc = entry.doc();
        var object = entry.object();
        Broken.unless(doc.path("hours").equals(hours), object + "#hours", "not the published evaluation time");
        if (hours.isMissingNode()) {
            return;
        }
        var panel = panel(dossier, entry);
        if (panel.isEmpty()) {
            Broken.unless(doc.path("begun").isNull(), object + "#begun", "not when the panel was complete");
            return;
        }
        var at = panel.get().at();
        Broken.unless(
                doc.path("begun").isTextual()
                        && !Shape.moment(doc, "begun", object).isAfter(at.plus(CLOCKS)),
                object + "#begun",
                "not when the panel was complete",
                at);
        var begun = Shape.moment(doc, "begun", object);
        if (begun.plus(SOON).isBefore(at)) {
            dossier.attested().add(panel.get().object() + " recorded more than ten minutes behind its time");
        }
        Broken.unless(
                !Shape.moment(doc, "until", object).isBefore(begun.plus(Duration.ofHours(hours.asLong()))),
                object + "#until",
                "an end before the published evaluation time");
    }

    /** The published hours, or nothing where the document names none. */
    private static JsonNode hours(Dossier dossier) {
        var panel = dossier.publication().path("panel");
        if (panel.has("evaluationHours")) {
            long hours = Shape.number(panel, "evaluationHours", PUBLISHED);
            Broken.unless(hours >= 1 && hours <= HOURS_MAX, PUBLISHED, "no evaluation time", hours);
        }
        return panel.path("evaluationHours");
    }

    private static Optional<Entry> panel(Dossier dossier, Entry entry) {
        return dossier.entries("evaluation/panel").stream()
                .filter(it -> it.n() < entry.n())
                .reduce((former, last) -> last);
    }
}
