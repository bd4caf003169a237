package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Suspensions of the opening: each behind the time that the tender document gives the step, or over a valid receipt that
 * the list does not hold, or over a seal that came in time and too late for the list; each decided by a supervisor, over a
 * receipt or a seal together with the procuring entity; nothing of the opening in between, and nothing but the failure
 * behind an end (trust.md 4 and 5).
 */
public final class SuspensionsCheck implements Check {

    private static final Deciders DECIDERS = new Deciders(
            "suspension-decision", "not a decision over a suspension", List.of("suspended", "until", "reason"));

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
        var receipts = new HashSet<String>();
        var refusals = new HashSet<String>();
        for (Entry entry : dossier.entries()) {
            if (!entry.type().startsWith("lot/") || BESIDE.contains(entry.type())) {
                continue;
            }
            var object = entry.object();
            if (entry.type().equals("lot/suspended")) {
                Broken.unless(open == null, object, "suspended while suspended");
                Broken.unless(!until.equals(Instant.MAX), object, "went on behind the end");
                suspended(dossier, entry, until);
                Broken.unless(!missing(entry) || receipts.add(brought(entry)), object, "a receipt brought twice");
                Broken.unless(!unrecorded(entry) || refusals.add(refusal(entry)), object, "one seal stops it twice");
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
        concluded(dossier, open, until.equals(Instant.MAX));
        return count;
    }

    /** Nobody presses or evaluates while it is undecided, and an end is followed by its failure. */
    private static void concluded(Dossier dossier, Entry open, boolean ended) {
        var evaluated = dossier.first("evaluation/opened");
        if (open != null) {
            Broken.unless(evaluated.isEmpty(), open.object(), "went on while suspended");
            Broken.unless(!dossier.pressing(), open.object(), "trustees are asked while suspended");
        }
        if (ended) {
            var last = dossier.entries("lot/suspension-decided");
            Broken.unless(
                    dossier.first("lot/failed").isPresent(),
                    last.get(last.size() - 1).object(),
                    "an end without its failure");
        }
    }

    private static String brought(Entry suspended) {
        return Dossier.sm3(suspended.doc().path("receipt").path("doc"), suspended.object());
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
        if (missing(entry)) {
            receipt(dossier, entry);
            return;
        }
        if (unrecorded(entry)) {
            seal(dossier, entry);
            return;
        }
        Shape.exactly(body, object + "#body", "cause", "since");
        var since = Shape.moment(body, "since", object);
        var cause = Shape.text(body, "cause", object);
        Broken.unless(cause.equals(cause(dossier, entry)), object, "another cause of a suspension", cause);
        Broken.unless(
                before(dossier, "lot/opened", entry).isEmpty() && !pressed(dossier, entry),
                object,
                "the trustees had done their part");
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

    /**
     * Whether all members of all sets had pressed, or, as far as presses are shown, enough of each with a share for every
     * bid. Which sets have bids cannot be told here.
     */
    private static boolean pressed(Dossier dossier, Entry entry) {
        var sets = LotSets.of(dossier).all();
        var presses = dossier.entries("lot/pressed").stream()
                .filter(press -> press.n() < entry.n())
                .toList();
        int members = sets.stream().mapToInt(LotSets.InForce::size).sum();
        return presses.size() >= members || sets.stream().allMatch(set -> pressed(set, presses));
    }

    private static boolean pressed(LotSets.InForce set, List<Entry> presses) {
        return presses.stream()
                        .filter(Entry::open)
                        .filter(press -> press.doc().path("set").asText().equals(set.id()))
                        .filter(press -> StreamSupport.stream(
                                        press.doc().path("shares").spliterator(), false)
                                .allMatch(share -> share.has("share")))
                        .count()
                >= set.threshold();
    }

    private static boolean missing(Entry suspended) {
        return "RECEIPT_MISSING".equals(suspended.body().path("cause").asText());
    }

    private static boolean unrecorded(Entry suspended) {
        return "NOT_RECORDED".equals(suspended.body().path("cause").asText());
    }

    private static String refusal(Entry suspended) {
        return suspended.body().path("refusal").asText();
    }

    /** A seal that was stamped by the deadline and came too late for the list, told before any trustee pressed. */
    private static void seal(Dossier dossier, Entry entry) {
        var object = entry.object();
        var body = entry.body();
        Shape.exactly(body, object + "#body", "cause", "since", "refusal");
        Shape.hex(body, "refusal", 32, object);
        var deadline = LotSets.deadline(dossier);
        Broken.unless(!Shape.moment(body, "since", object).isAfter(deadline), object, "stamped behind the deadline");
        boolean shut = before(dossier, "lot/bid-list", entry).isPresent()
                && before(dossier, "lot/pressed", entry).isEmpty()
                && before(dossier, "lot/opened", entry).isEmpty();
        Broken.unless(shut, object, "not between list and presses");
    }

    /** A valid receipt for a seal in this lot, brought between the list and the names, which the list does not hold. */
    private static void receipt(Dossier dossier, Entry entry) {
        var object = entry.object();
        var body = entry.body();
        Shape.exactly(body, object + "#body", "cause", "since", "statement");
        var doc = entry.doc();
        Shape.equal(doc, "type", "missing-receipt", object, "nobody brought a receipt");
        Shape.equal(doc, "lot", dossier.lot(), object, "nobody brought a receipt");
        dossier.signer(body.path("statement"), entry);
        var list = before(dossier, "lot/bid-list", entry);
        Broken.unless(
                list.isPresent() && before(dossier, "lot/names", entry).isEmpty(), object, "no time for receipts");
        var receipt = doc.path("receipt");
        var told = receipt.path("doc");
        var bytes = Canon.bytes(told, object);
        var signer = dossier.platformSigner("receiptCertificates", bytes, Shape.base64(receipt, "sig", object), object);
        dossier.anchors()
                .ifPresent(anchors -> Broken.unless(
                        anchors.inForce("receiptCertificates", signer, machine(dossier, entry)),
                        object,
                        "not a key of the trust file"));
        Shape.equal(told, "type", "bid-receipt", object, "not a receipt");
        Shape.equal(told, "act", "SEALED", object, "not the receipt of a sealing");
        for (String id : new String[] {"tender", "lot", "log", "trustFile", "sandbox"}) {
            Shape.equal(told, id, dossier.manifest().path(id), object, "a receipt of something else");
        }
        Shape.equal(body, "since", told.path("stamp"), object, "another time than the stamp");
        var hash = Dossier.sm3(told, object);
        for (var line : list.orElseThrow().body().path("bids")) {
            Broken.unless(!line.path("receiptHash").asText().equals(hash), object, "the list holds the receipt");
        }
    }

    private static Instant machine(Dossier dossier, Entry entry) {
        return dossier.heads().stream()
                .filter(head -> head.size() > entry.index())
                .findFirst()
                .orElseThrow(() -> new Broken(entry.object(), "under no head"))
                .machineAt();
    }

    /** What the opening waits for where this entry stands. */
    private static String cause(Dossier dossier, Entry entry) {
        if (before(dossier, "lot/bid-list", entry).isEmpty()) {
            return "LIST_OVERDUE";
        }
        boolean listed = before(dossier, "lot/names", entry).isEmpty();
        boolean drawing = before(dossier, "draw/opened", entry).isPresent();
        boolean released = before(dossier, "lot/release-list", entry).isPresent();
        if (listed || released && !drawing) {
            return "WITNESSES_MISSING";
        }
        boolean releasing = ReleasesCheck.byBidders(dossier) && !drawing;
        return releasing ? "" : "TRUSTEES_MISSING";
    }

    /** From when on it can have waited. */
    private static Instant due(Dossier dossier, Entry entry, String cause) {
        if (cause.equals("LIST_OVERDUE")) {
            return LotSets.deadline(dossier);
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
        Shape.exactly(body, object + "#body", "suspended", "until", "reason", "statements");
        Shape.equal(body, "suspended", suspended.contentHash(), object, "a decision over another suspension");
        Shape.text(body, "reason", object);
        DECIDERS.check(dossier, entry, missing(suspended) || unrecorded(suspended), "not decided by a supervisor");
        if (body.path("until").isNull()) {
            return Optional.empty();
        }
        var until = Shape.moment(body, "until", object);
        Broken.unless(until.isAfter(entry.at()), object, "goes on until a time that is over", until);
        return Optional.of(until);
    }
}
