package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Handovers of sub-sites: each booking that was drawn from owes one with the report, within five working days; what was
 * late stands on record; and each was signed by its site, answered by the main site, and lists what was recorded.
 */
public final class HandoversCheck implements Check {

    static final String DUE = "evaluation/handover-due";
    static final String OVERDUE = "evaluation/handover-overdue";
    static final String RECEIVED = "evaluation/handover";
    private static final Set<String> TYPES = Set.of(DUE, OVERDUE, RECEIVED);
    private static final Set<String> SPARED = Set.of("MAIN", "CANCELLED");
    static final Duration CLOCKS = Duration.ofSeconds(5);
    private static final int DAYS = 5;

    private final Signatory signatory;

    /** The check as packages are checked. */
    public HandoversCheck() {
        this(Signatory.BY_CERTIFICATE);
    }

    HandoversCheck(Signatory signatory) {
        this.signatory = signatory;
    }

    /** Tells the unified social credit code with which a statement was signed. */
    @FunctionalInterface
    interface Signatory {

        /** By the certificate of the signature. */
        Signatory BY_CERTIFICATE = (dossier, statement, entry) -> {
            try {
                return Certificates.uscc(dossier.signer(statement, entry));
            } catch (GeneralSecurityException e) {
                throw new Broken(entry.object(), "an unreadable certificate");
            }
        };

        String uscc(Dossier dossier, JsonNode statement, Entry entry);
    }

    @Override
    public String name() {
        return "handovers";
    }

    @Override
    public int run(Dossier dossier) {
        var all = dossier.entries().stream()
                .filter(entry -> TYPES.contains(entry.type()))
                .toList();
        boolean shown = all.stream().allMatch(Entry::open)
                && dossier.entries("site/booked").stream().allMatch(Entry::open);
        if (!shown) {
            boolean due = false;
            for (Entry entry : all) {
                due |= entry.type().equals(DUE);
                Broken.unless(due, entry.object(), "handed over though nothing was due");
            }
            dossier.attested().add("handovers: what sub-sites handed over is withheld");
            return all.size();
        }
        walk(dossier, all);
        return all.size();
    }

    private void walk(Dossier dossier, List<Entry> all) {
        var owed = new HashMap<String, JsonNode>();
        var late = new HashSet<String>();
        var received = new HashSet<String>();
        for (Entry entry : all) {
            switch (entry.type()) {
                case DUE -> due(dossier, entry, owed);
                case OVERDUE ->
                    Broken.unless(late.add(overdue(dossier, entry, owed, received)), entry.object(), "late told twice");
                default -> {
                    var line = owed(dossier, entry, owed);
                    var booking = line.path("booking").asText();
                    Broken.unless(received.add(booking), entry.object(), "a booking handed over twice");
                    new HandoverSteps(dossier, entry, line, signatory).check(late.contains(booking));
                }
            }
        }
        complete(dossier, owed);
        if (!owed.isEmpty()) {
            dossier.attested()
                    .add("handovers: which site is the main one, and when it was handed over, is the platform's word");
        }
    }

    private static void due(Dossier dossier, Entry entry, Map<String, JsonNode> owed) {
        var report = dossier.entries("evaluation/report").stream()
                .filter(it -> it.n() < entry.n())
                .reduce((former, later) -> later)
                .orElseThrow(() -> new Broken(entry.object(), "a handover before the report"));
        boolean once = dossier.entries(DUE).stream().noneMatch(it -> it.n() > report.n() && it.n() < entry.n());
        Broken.unless(once, entry.object(), "due twice for one report");
        session(dossier, entry);
        var ended = Shape.moment(entry.body(), "endedAt", entry.object());
        var away = Duration.between(report.at(), ended).abs();
        Broken.unless(away.compareTo(CLOCKS) <= 0, entry.object() + "#endedAt", "not the end of the evaluation");
        var drawn = drawn(dossier, entry.n());
        for (JsonNode line : entry.body().path("bookings")) {
            var booking = Shape.text(line, "booking", entry.object());
            Broken.unless(
                    line.path("site").asText().equals(drawn.get(booking)) && owed.put(booking, line) == null,
                    entry.object() + "#bookings",
                    "a handover of no booking that was drawn from");
            until(dossier, entry, line, ended);
        }
        for (JsonNode line : entry.body().path("spared")) {
            boolean known = drawn.containsKey(line.path("booking").asText())
                    && SPARED.contains(line.path("why").asText());
            Broken.unless(known, entry.object() + "#spared", "a booking spared that was none");
        }
    }

    private static void until(Dossier dossier, Entry entry, JsonNode line, Instant ended) {
        var expected = WorkingDays.end(ended, DAYS);
        boolean provisional = line.path("provisional").booleanValue();
        var until = Shape.moment(line, "until", entry.object());
        Broken.unless(
                provisional == expected.isEmpty() && until.equals(expected.orElse(until)) && until.isAfter(ended),
                entry.object() + "#bookings.until",
                "not the end of five working days",
                until);
        if (provisional) {
            dossier.attested().add(entry.object() + " a period in a year whose holidays were not published");
        }
    }

    /** Sites of the bookings whose seats were drawn before an entry. */
    private static Map<String, String> drawn(Dossier dossier, int n) {
        var drawn = new HashMap<String, String>();
        for (Entry booked : dossier.entries("site/booked")) {
            for (JsonNode booking : booked.body().path("bookings")) {
                var steps = booking.path("steps");
                boolean confirmed =
                        steps.path(steps.size() - 1).path("state").asText().equals("CONFIRMED");
                if (booked.n() < n && confirmed) {
                    drawn.put(
                            booking.path("booking").asText(),
                            booking.path("site").asText());
                }
            }
        }
        return drawn;
    }

    /** Behind the last report every booking that was drawn from stands in what is due. */
    private static void complete(Dossier dossier, Map<String, JsonNode> owed) {
        var spared = new HashSet<String>();
        dossier.entries(DUE)
                .forEach(entry -> entry.body()
                        .path("spared")
                        .forEach(it -> spared.add(it.path("booking").asText())));
        dossier.last("evaluation/report")
                .ifPresent(report -> drawn(dossier, report.n())
                        .forEach((booking, site) -> Broken.unless(
                                owed.containsKey(booking) || spared.contains(booking),
                                report.object(),
                                "a booking whose site hands over nothing",
                                booking)));
    }

    private static String overdue(Dossier dossier, Entry entry, Map<String, JsonNode> owed, Set<String> received) {
        var line = owed(dossier, entry, owed);
        var booking = line.path("booking").asText();
        boolean over = entry.at().plus(CLOCKS).isAfter(Shape.moment(line, "until", entry.object()));
        Broken.unless(over, entry.object(), "late before its time was over");
        Broken.unless(!received.contains(booking), entry.object(), "late though it was received");
        return booking;
    }

    private static JsonNode owed(Dossier dossier, Entry entry, Map<String, JsonNode> owed) {
        session(dossier, entry);
        var line = owed.get(Shape.text(entry.body(), "booking", entry.object()));
        if (line == null) {
            throw new Broken(entry.object(), "handed over though nothing was due");
        }
        Shape.equal(entry.body(), "until", line.path("until"), entry.object(), "not the end of five working days");
        return line;
    }

    private static void session(Dossier dossier, Entry entry) {
        var opened = dossier.first("evaluation/opened")
                .orElseThrow(() -> new Broken(entry.object(), "a handover before the report"));
        Shape.equal(
                entry.body(),
                "session",
                opened.body().path("session"),
                entry.object(),
                "a handover of another session");
    }

    /** Items of a signed list, which are numbered from 1. */
    static List<JsonNode> items(JsonNode doc) {
        return StreamSupport.stream(doc.path("items").spliterator(), false).toList();
    }
}
