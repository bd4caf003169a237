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
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Hall and witness: no message is missing or out of order, warnings are acknowledged by whom they are for, and nothing was
 * decided while the session was frozen.
 */
public final class HallCheck implements Check {

    private static final String SAID = "evaluation/said";
    private static final String CLOSED = "evaluation/hall-closed";
    private static final String WARNED = "evaluation/warned";
    private static final String SEEN = "evaluation/warning-seen";
    private static final String FROZEN = "evaluation/frozen";
    private static final String UNFROZEN = "evaluation/unfrozen";
    private static final String REPORT = "evaluation/report";
    private static final Set<String> TYPES = Set.of(SAID, CLOSED, WARNED, SEEN, FROZEN, UNFROZEN);
    private static final Set<String> ROLES = Set.of("supervisor", "notary");
    private static final Duration CLOCKS = Duration.ofSeconds(5);
    private static final int TEXT_MAX = 2000;

    /** What a session refuses that is frozen, or stands still for a fault. */
    static final Set<String> DECIDING = Set.of(
            "evaluation/direct-choice",
            "evaluation/panel",
            "evaluation/declared",
            "evaluation/committed",
            "evaluation/revealed",
            "evaluation/shared",
            "evaluation/screening-committed",
            "evaluation/screening-revealed",
            "evaluation/screened",
            "evaluation/void",
            "evaluation/clarification-proposed",
            "evaluation/clarification-vote",
            "evaluation/clarification-gate",
            "evaluation/clarification-found",
            "evaluation/corrected",
            "evaluation/information-asked",
            "evaluation/information-gate",
            "evaluation/information-passage",
            "evaluation/vote",
            "evaluation/rejected",
            "evaluation/blind-ruling",
            "evaluation/finding-vote",
            "evaluation/found",
            "evaluation/more-time-asked",
            "evaluation/time-set",
            "evaluation/scored",
            "evaluation/parts",
            "evaluation/report");

    @Override
    public String name() {
        return "hall";
    }

    @Override
    public int run(Dossier dossier) {
        var all = dossier.entries().stream()
                .filter(entry -> TYPES.contains(entry.type()))
                .toList();
        if (all.isEmpty()) {
            return 0;
        }
        all.forEach(entry -> place(dossier, entry));
        ended(dossier);
        freezes(dossier);
        if (!all.stream().allMatch(Entry::open)) {
            dossier.attested().add("hall: what was said and warned is withheld");
            return all.size();
        }
        texts(dossier);
        warnings(dossier);
        acts(dossier.entries(FROZEN));
        acts(dossier.entries(UNFROZEN));
        return all.size();
    }

    private static void place(Dossier dossier, Entry entry) {
        var opened = dossier.first("evaluation/opened").filter(it -> it.n() < entry.n());
        int begin = Reviews.begin(dossier, entry.n());
        boolean behind = dossier.entries(REPORT).stream().anyMatch(it -> it.n() > begin && it.n() < entry.n());
        Broken.unless(opened.isPresent() && !behind, entry.object(), "a word of the hall outside of the evaluation");
        if (entry.open()) {
            var session = opened.get().body().path("session");
            Shape.equal(entry.body(), "session", session, entry.object(), "a word of another session");
        }
    }

    /** The end of the text channel in each review, as far as the types tell; messages are counted through all of them. */
    private static void ended(Dossier dossier) {
        var said = dossier.entries(SAID);
        var ends = new TreeMap<Integer, Entry>();
        for (Entry end : dossier.entries(CLOSED)) {
            var former = ends.put(Reviews.begin(dossier, end.n()), end);
            Broken.unless(former == null, end.object(), "a hall closed twice");
        }
        for (Entry entry : said) {
            var end = ends.get(Reviews.begin(dossier, entry.n()));
            Broken.unless(end == null || entry.n() < end.n(), entry.object(), "said behind the end of the hall");
        }
        for (Entry end : ends.values().stream().filter(Entry::open).toList()) {
            long before = said.stream().filter(it -> it.n() < end.n()).count();
            Shape.equal(end.body(), "said", before, end.object(), "not the number of messages");
        }
        for (Entry report : dossier.entries(REPORT)) {
            int begin = Reviews.begin(dossier, report.n());
            boolean spoken = said.stream().anyMatch(it -> Reviews.begin(dossier, it.n()) == begin);
            Broken.unless(!spoken || ends.containsKey(begin), report.object(), "a hall that was never closed");
        }
    }

    /** Frozen and unfrozen take turns, and nothing is decided between the two. */
    private static void freezes(Dossier dossier) {
        boolean frozen = false;
        for (Entry entry : dossier.entries()) {
            if (entry.type().equals(FROZEN)) {
                Broken.unless(!frozen, entry.object(), "frozen twice");
                frozen = true;
            } else if (entry.type().equals(UNFROZEN)) {
                Broken.unless(frozen, entry.object(), "unfrozen though nothing was frozen");
                frozen = false;
            } else {
                boolean decides = DECIDING.contains(entry.type());
                Broken.unless(!frozen || !decides, entry.object(), "decided while the session was frozen");
            }
        }
    }

    private static void texts(Dossier dossier) {
        var speakers = speakers(dossier);
        var before = Instant.MIN;
        for (Entry entry : numbered(dossier.entries(SAID), "not the next number of a message")) {
            var text = Shape.text(entry.body(), "text", entry.object());
            boolean readable = !text.isBlank() && text.length() <= TEXT_MAX;
            Broken.unless(readable, entry.object() + "#text", "not a message");
            var member = Shape.text(entry.body(), "member", entry.object());
            Broken.unless(speakers.contains(member), entry.object() + "#member", "said by no member of the panel");
            var at = at(entry);
            Broken.unless(!at.isBefore(before), entry.object() + "#at", "messages out of order");
            before = at;
        }
    }

    /** Certificates of everybody who declared or sits on a panel. */
    private static Set<String> speakers(Dossier dossier) {
        var speakers = new HashSet<String>();
        for (Entry panel : dossier.entries("evaluation/panel")) {
            panel.body()
                    .path("members")
                    .forEach(seat -> speakers.add(seat.path("member").asText()));
        }
        for (Entry declared : dossier.entries("evaluation/declared")) {
            speakers.add(Certificates.id(dossier.signer(declared.body().path("statement"), declared)));
        }
        return speakers;
    }

    private static void warnings(Dossier dossier) {
        var warned = numbered(dossier.entries(WARNED), "not the next number of a warning");
        for (Entry entry : warned) {
            act(entry);
            var to = texts(entry.body().path("to"));
            boolean once = !to.isEmpty() && Set.copyOf(to).size() == to.size();
            Broken.unless(once, entry.object() + "#to", "a warning to nobody or to somebody twice");
        }
        var seen = new HashSet<String>();
        for (Entry entry : dossier.entries(SEEN)) {
            at(entry);
            var number = entry.body().path("number");
            var member = Shape.text(entry.body(), "member", entry.object());
            boolean addressed = warned.stream()
                    .anyMatch(it -> it.n() < entry.n()
                            && it.body().path("number").equals(number)
                            && texts(it.body().path("to")).contains(member));
            Broken.unless(addressed, entry.object(), "acknowledged by nobody who was warned");
            Broken.unless(seen.add(number + " " + member), entry.object(), "a warning acknowledged twice");
        }
    }

    private static void acts(List<Entry> entries) {
        numbered(entries, "not the next number of a freeze").forEach(HallCheck::act);
    }

    private static void act(Entry entry) {
        at(entry);
        var role = Shape.text(entry.body(), "role", entry.object());
        Broken.unless(ROLES.contains(role), entry.object() + "#role", "an act of nobody who watches");
        var reason = Shape.text(entry.body(), "reason", entry.object());
        Broken.unless(!reason.isBlank(), entry.object() + "#reason", "an act of a watcher without a reason");
    }

    private static Instant at(Entry entry) {
        var at = Shape.moment(entry.body(), "at", entry.object());
        Broken.unless(
                !at.isAfter(entry.at().plus(CLOCKS)),
                entry.object() + "#at",
                "recorded before it happened",
                entry.at());
        return at;
    }

    private static List<Entry> numbered(List<Entry> entries, String reason) {
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            Shape.equal(entry.body(), "number", i + 1L, entry.object(), reason);
        }
        return entries;
    }

    private static List<String> texts(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(i -> list.get(i).asText())
                .toList();
    }
}
