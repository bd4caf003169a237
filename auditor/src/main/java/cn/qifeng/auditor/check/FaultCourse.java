package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks through a chain with its faults: at most one is open, and it ends by the rule of two and four hours. */
final class FaultCourse {

    private static final Set<String> ROLES = Set.of("centre", "sub-site", "supervisor");
    private static final Duration CLOCKS = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final int START_MINUTES = 120;
    private static final int CLEAR_MINUTES = 240;

    /** What only a panel does, and a dissolved one no more. */
    private static final Set<String> EVALUATING = Set.of(
            "evaluation/committed",
            "evaluation/revealed",
            "evaluation/shared",
            "evaluation/screening-committed",
            "evaluation/screening-revealed",
            "evaluation/screened",
            "evaluation/vote",
            "evaluation/rejected",
            "evaluation/scored",
            "evaluation/parts",
            "evaluation/report");

    private final Dossier dossier;
    private final FaultSigner signer;
    private final Set<String> panel = new HashSet<>();
    private final Set<String> dissolved = new HashSet<>();
    private JsonNode session;
    private boolean working;
    private boolean panelDue;
    private int number;

    /** The body of the fault that is open, {@code null} when none is. */
    private JsonNode open;

    private Instant clearedAt;
    private String outcome;

    FaultCourse(Dossier dossier, FaultSigner signer) {
        this.dossier = dossier;
        this.signer = signer;
    }

    void take(Entry entry) {
        switch (entry.type()) {
            case "evaluation/opened" -> session = entry.body().path("session");
            case "evaluation/left" -> working = false;
            case FaultsCheck.FAULT -> reported(entry);
            case FaultsCheck.CLEARED -> cleared(entry);
            case FaultsCheck.DECIDED -> decided(entry);
            default -> other(entry);
        }
    }

    private void other(Entry entry) {
        boolean decides = HallCheck.DECIDING.contains(entry.type());
        Broken.unless(open == null || !decides, entry.object(), "decided while a fault was open");
        boolean evaluates = EVALUATING.contains(entry.type());
        Broken.unless(!panelDue || !evaluates, entry.object(), "evaluated by a dissolved panel");
        if (entry.type().equals("evaluation/declared") && entry.open()) {
            panel.add(Certificates.id(dossier.signer(entry.body().path("statement"), entry)));
        }
        if (entry.type().equals("evaluation/panel")) {
            working = true;
            panelDue = false;
            entry.body()
                    .path("members")
                    .forEach(it -> seat(entry, it.path("member").asText()));
        }
    }

    private void seat(Entry entry, String member) {
        Broken.unless(!dissolved.contains(member), entry.object(), "a member of a dissolved panel sits again");
        panel.add(member);
    }

    private void reported(Entry entry) {
        var body = entry.body();
        Broken.unless(open == null, entry.object(), "a fault while another is open");
        number++;
        act(entry, body);
        var phase = Shape.text(body, "phase", entry.object());
        Broken.unless(
                phase.equals(working ? "DURING" : "BEFORE_START"),
                entry.object() + "#phase",
                "not the phase of a fault");
        var at = Shape.moment(body, "at", entry.object());
        var from = Shape.moment(body, "from", entry.object());
        Broken.unless(from.equals(began(entry, at)), entry.object() + "#from", "not when the fault began");
        long minutes = Shape.number(body, "limitMinutes", entry.object());
        var start = Shape.moment(body, "plannedStart", entry.object());
        var base = !working && start.isAfter(from) ? start : from;
        Broken.unless(
                Shape.moment(body, "until", entry.object()).equals(base.plus(Duration.ofMinutes(minutes))),
                entry.object() + "#until",
                "not the limit of a fault");
        Broken.unless(body.path("policy").isBoolean(), entry.object() + "#policy", "missing");
        if (minutes != (working ? CLEAR_MINUTES : START_MINUTES)
                || !body.path("policy").asBoolean()) {
            dossier.attested().add(entry.object() + " other limits than two and four hours");
        }
        open = body;
        clearedAt = null;
        outcome = null;
    }

    /** The last beat where every seat is silent, otherwise the report. */
    private static Instant began(Entry entry, Instant at) {
        var last = Instant.MIN;
        for (JsonNode seat : entry.body().path("seats")) {
            if (!seat.path("silent").asBoolean()) {
                return at;
            }
            var beat = Shape.moment(seat, "beatAt", entry.object());
            last = beat.isAfter(last) ? beat : last;
        }
        Broken.unless(!last.isAfter(at), entry.object() + "#seats", "not when the fault began");
        return last.equals(Instant.MIN) ? at : last;
    }

    private void cleared(Entry entry) {
        var body = entry.body();
        Broken.unless(open != null && clearedAt == null, entry.object(), "cleared though no fault was open");
        act(entry, body);
        for (JsonNode seat : body.path("seats")) {
            Broken.unless(
                    !seat.path("silent").asBoolean(true), entry.object() + "#seats", "cleared while a seat was silent");
        }
        clearedAt = Shape.moment(body, "at", entry.object());
        inOrder(entry, clearedAt);
        if (outcome != null || !clearedAt.isAfter(until())) {
            open = null;
        }
    }

    private void decided(Entry entry) {
        var body = entry.body();
        Broken.unless(open != null && outcome == null, entry.object(), "decided about no open fault");
        same(entry, body);
        var at = moment(entry, body);
        inOrder(entry, at);
        Broken.unless(at.isAfter(until()), entry.object() + "#at", "decided before the limit of a fault");
        outcome = Shape.text(body, "outcome", entry.object());
        Broken.unless(
                outcomes().contains(outcome), entry.object() + "#outcome", "not what the rule allows for a fault");
        statement(entry, body);
        boolean dissolves = outcome.equals("VOID") || outcome.equals("POSTPONE");
        boolean anew = body.path("anew").asBoolean();
        Broken.unless(dissolves || !anew, entry.object() + "#anew", "a new panel though the panel goes on");
        if (dissolves) {
            dissolved.addAll(panel);
            panelDue = true;
            working = false;
        }
        if (anew || !dissolves && clearedAt != null) {
            open = null;
        }
    }

    private List<String> outcomes() {
        if (open.path("phase").asText().equals("BEFORE_START")) {
            return List.of("HOLD", "POSTPONE");
        }
        return open.path("policy").asBoolean() ? List.of("VOID") : List.of("CONTINUE", "VOID");
    }

    private void statement(Entry entry, JsonNode body) {
        var doc = entry.doc();
        Shape.equal(doc, "type", "fault-decision", entry.object(), "not a decision about a fault");
        Shape.equal(doc, "session", session, entry.object(), "not a decision about a fault");
        Shape.equal(doc, "fault", number, entry.object(), "not a decision about a fault");
        for (String field : List.of("site", "from", "until")) {
            Shape.equal(doc, field, open.path(field), entry.object(), "another fault than was signed");
        }
        Shape.equal(doc, "outcome", body.path("outcome"), entry.object(), "another outcome than was signed");
        Broken.unless(
                !doc.path("reason").asText().isBlank(), entry.object() + "#statement", "a decision without a reason");
        Broken.unless(signer.ofHost(dossier, entry), entry.object(), "a fault not decided by the tenderer's side");
    }

    private Instant until() {
        return Instant.parse(open.path("until").asText());
    }

    private void inOrder(Entry entry, Instant at) {
        boolean behind =
                !at.isBefore(Instant.parse(open.path("at").asText())) && (clearedAt == null || !at.isBefore(clearedAt));
        Broken.unless(behind, entry.object() + "#at", "an end before the fault");
    }

    private void act(Entry entry, JsonNode body) {
        same(entry, body);
        moment(entry, body);
        Broken.unless(
                ROLES.contains(Shape.text(body, "role", entry.object())),
                entry.object() + "#role",
                "a fault told by nobody who may");
        Broken.unless(
                !Shape.text(body, "reason", entry.object()).isBlank(),
                entry.object() + "#reason",
                "a fault without a reason");
    }

    private void same(Entry entry, JsonNode body) {
        Broken.unless(session != null, entry.object(), "a fault outside of the evaluation");
        Shape.equal(body, "session", session, entry.object(), "a fault of another session");
        Shape.equal(body, "number", number, entry.object(), "not the number of a fault");
    }

    private Instant moment(Entry entry, JsonNode body) {
        var at = Shape.moment(body, "at", entry.object());
        Broken.unless(
                !at.isAfter(entry.at().plus(CLOCKS)),
                entry.object() + "#at",
                "recorded before it happened",
                entry.at());
        if (at.plus(SOON).isBefore(entry.at())) {
            dossier.attested().add(entry.object() + " recorded more than ten minutes behind its time");
        }
        return at;
    }
}
