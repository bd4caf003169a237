package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Suspensions of the opening: each behind the time that the tender document gives the step, each decided by a supervisor,
 * nothing of the opening in between, and nothing but the failure behind an end (trust.md 4).
 */
public final class SuspensionsCheck implements Check {

    private static final Duration LIST_WITHIN = Duration.ofMinutes(10);

    /** What may stand between a suspension and its decision: trustees show their keys whenever they can. */
    private static final Set<String> BESIDE = Set.of("lot/key-shown");

    private static final String ENDED = "ended-while-suspended";

    @Override
    public String name() {
        return "suspensions";
    }

    @Override
    public int run(Dossier dossier) {
        int count = 0;
        Entry open = null;
        Instant until = Instant.MIN;
        for (Entry entry : dossier.entries()) {
            if (!entry.type().startsWith("lot/") || BESIDE.contains(entry.type())) {
                continue;
            }
            var object = entry.object();
            if (entry.type().equals("lot/suspended")) {
                Broken.unless(open == null, object, "suspended while suspended");
                suspended(dossier, entry, until);
                open = entry;
                count++;
            } else if (entry.type().equals("lot/suspension-decided")) {
                Broken.unless(open != null, object, "a decision where nothing is suspended");
                until = decided(dossier, entry, open).orElse(Instant.MAX);
                open = null;
            } else {
                Broken.unless(open == null, object, "went on while suspended");
                ended(entry, until.equals(Instant.MAX));
            }
        }
        return count;
    }

    /** Behind an end comes the failure that says so, and nowhere else. */
    private static void ended(Entry entry, boolean ended) {
        boolean failed = entry.type().equals("lot/failed")
                && ENDED.equals(entry.body().path("reason").asText());
        Broken.unless(failed || !ended, entry.object(), "went on behind the end");
        Broken.unless(ended || !failed, entry.object(), "ended by nobody");
    }

    private static void suspended(Dossier dossier, Entry entry, Instant until) {
        var object = entry.object();
        var body = entry.body();
        Shape.exactly(body, object + "#body", "cause", "since");
        var since = Shape.moment(body, "since", object);
        var cause = Shape.text(body, "cause", object);
        Broken.unless(cause.equals(cause(dossier, entry)), object, "another cause of a suspension", cause);
        Broken.unless(!since.isBefore(due(dossier, entry, cause)), object, "waited for before it was due", since);
        var within = cause.equals("LIST_OVERDUE")
                ? LIST_WITHIN
                : Duration.ofMinutes(Shape.number(dossier.publication(), "openingStepMinutes", "chain/000001.json"));
        Broken.unless(
                entry.at().isAfter(since.plus(within)) && entry.at().isAfter(until),
                object,
                "suspended before its time",
                entry.at());
    }

    /** What the opening waits for where this entry stands. */
    private static String cause(Dossier dossier, Entry entry) {
        if (before(dossier, "lot/bid-list", entry).isEmpty()) {
            return "LIST_OVERDUE";
        }
        boolean listed = before(dossier, "lot/names", entry).isEmpty();
        boolean released = before(dossier, "lot/release-list", entry).isPresent()
                && before(dossier, "draw/opened", entry).isEmpty();
        return listed || released ? "WITNESSES_MISSING" : "TRUSTEES_MISSING";
    }

    /** From when on it can have waited. */
    private static Instant due(Dossier dossier, Entry entry, String cause) {
        if (cause.equals("LIST_OVERDUE")) {
            return Shape.moment(dossier.publication().path("schedule"), "bidDeadline", "chain/000001.json");
        }
        return before(dossier, "draw/result", entry)
                .map(Entry::at)
                .orElseGet(() -> Shape.moment(
                        before(dossier, "lot/bid-list", entry).orElseThrow().body(), "frozenAt", entry.object()));
    }

    private static Optional<Entry> before(Dossier dossier, String type, Entry entry) {
        return dossier.entries(type).stream().filter(one -> one.n() < entry.n()).findFirst();
    }

    /** Until when the opening goes on; empty when it ends. */
    private static Optional<Instant> decided(Dossier dossier, Entry entry, Entry suspended) {
        var object = entry.object();
        var body = entry.body();
        Shape.exactly(body, object + "#body", "suspended", "until", "reason", "statement");
        Shape.equal(body, "suspended", suspended.contentHash(), object, "a decision over another suspension");
        Shape.text(body, "reason", object);
        var doc = entry.doc();
        Shape.equal(doc, "type", "suspension-decision", object, "not a decision over a suspension");
        Shape.equal(doc, "lot", dossier.lot(), object, "a decision in another lot");
        for (String id : new String[] {"suspended", "until", "reason"}) {
            Shape.equal(doc, id, body.path(id), object, "another decision than was signed");
        }
        signed(dossier, entry);
        if (body.path("until").isNull()) {
            return Optional.empty();
        }
        var until = Shape.moment(body, "until", object);
        Broken.unless(until.isAfter(entry.at()), object, "goes on until a time that is over", until);
        return Optional.of(until);
    }

    /** One who is not of the tenderer's side. */
    private static void signed(Dossier dossier, Entry entry) {
        var object = entry.object();
        try {
            var uscc = Certificates.uscc(dossier.signer(entry.body().path("statement"), entry));
            boolean side = uscc.equals(party(dossier, "procuringEntity")) || uscc.equals(party(dossier, "agency"));
            Broken.unless(!side, object, "not decided by a supervisor");
        } catch (GeneralSecurityException e) {
            throw new Broken(object, "an unreadable certificate");
        }
    }

    private static String party(Dossier dossier, String name) {
        return dossier.publication().path(name).path("uscc").asText();
    }
}
