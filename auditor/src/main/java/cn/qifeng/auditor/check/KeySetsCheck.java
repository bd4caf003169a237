package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Key sets after the publication: keys declared lost by their holders, sets replaced by who published and before the
 * deadline, controlled by no side, in force behind a published head and every member's canary.
 */
final class KeySetsCheck {

    private static final byte[] CANARY = Hash.ascii("QK1 canary");
    private static final Set<String> CAUSES = Set.of("LOST", "OFFICE_ENDED");

    /** How long bidders have at least to seal again where a set cannot open; in a sandbox, where one plays everybody. */
    private static final Duration RESEALING = Duration.ofDays(3);

    private static final Duration RESEALING_SANDBOX = Duration.ofMinutes(1);

    /** A set comes in force at once with its entry. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final Dossier dossier;
    private Instant deadline;
    private final List<JsonNode> sets = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();
    private final Set<String> shown = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private Entry waiting;

    private KeySetsCheck(Dossier dossier) {
        this.dossier = dossier;
        this.deadline = Shape.moment(dossier.publication().path("schedule"), "bidDeadline", "chain/000001.json");
        sets.add(dossier.entries().get(0).body().path("keySet"));
        ids.add(dossier.publication().path("trusteeSet").asText());
    }

    /** Checks all of them; returns how many sets took the place of another. */
    static int run(Dossier dossier) {
        return new KeySetsCheck(dossier).check();
    }

    private int check() {
        for (Entry entry : dossier.entries()) {
            switch (entry.type()) {
                case "lot/key-shown" -> shown(entry);
                case "lot/key-lost" -> lost(entry);
                case "lot/key-set" -> replaced(entry);
                case "lot/key-set-in-force" -> inForce(entry);
                default -> {}
            }
        }
        return sets.size() - 1;
    }

    /** Members of a set of the lot who showed that their key works did so on a canary. */
    private void shown(Entry entry) {
        var object = entry.object();
        var id = entry.body().path("set").asText();
        Broken.unless(ids.contains(id), object, "of another key set", id);
        var member = entry.body().path("member").asText();
        Broken.unless(OpeningCheck.members(sets.get(ids.indexOf(id))).contains(member), object, "no member of the set");
        var answer = Shape.hex(entry.body(), "answer", 32, object);
        Broken.unless(
                Arrays.equals(Arrays.copyOf(answer, CANARY.length), CANARY), object, "not the answer to a canary");
        shown.add(id + member);
    }

    private void lost(Entry entry) {
        var object = entry.object();
        Shape.exactly(entry.body(), object + "#body", "statement");
        var doc = entry.doc();
        Shape.equal(doc, "type", "key-lost", object, "not a declaration");
        Shape.equal(doc, "lot", dossier.lot(), object, "a declaration in another lot");
        var set = Shape.text(doc, "set", object);
        var signer = Certificates.id(dossier.signer(entry.body().path("statement"), entry));
        boolean holds = ids.contains(set)
                && OpeningCheck.members(sets.get(ids.indexOf(set))).contains(signer);
        Broken.unless(holds, object, "declared by no member of the set");
        Broken.unless(CAUSES.contains(Shape.text(doc, "cause", object)), object, "an unknown cause");
        Broken.unless(lost.add(set + signer), object, "declared lost twice");
        Broken.unless(!entry.at().isAfter(deadline), object, "declared behind the deadline");
    }

    private void replaced(Entry entry) {
        var object = entry.object();
        Shape.exactly(entry.body(), object + "#body", "statement", "keySet");
        var doc = entry.doc();
        Shape.equal(doc, "type", "key-set-replacement", object, "not a replacement");
        Shape.equal(doc, "lot", dossier.lot(), object, "a replacement in another lot");
        Broken.unless(waiting == null, object, "replaced while another waits");
        Shape.equal(doc, "replaces", ids.get(ids.size() - 1), object, "not the set in force that it replaces");
        Broken.unless(publisher(entry), object + "#statement.sig", "not signed by who published");
        Broken.unless(entry.at().isBefore(deadline), object, "replaced behind the deadline");
        var id = LotSets.named(entry);
        Broken.unless(!ids.contains(id), object, "a set that was in force before");
        var set = entry.body().path("keySet");
        boolean own = set.path("purpose").asText().equals("LOT")
                && set.path("owner").asText().equals(dossier.lot());
        Broken.unless(own, object + "#keySet", "a key set of another lot");
        PublicationCheck.keySet(dossier, set, id, object, entry);
        moved(entry, doc);
        sets.add(set);
        ids.add(id);
        waiting = entry;
    }

    /**
     * Bids sealed to a former set stay good while enough of it are left to press. Where too few are, the replacement names
     * the set and moves the deadline, with time enough to seal again; in no other case does a deadline move.
     */
    private void moved(Entry entry, JsonNode doc) {
        var object = entry.object();
        var lostSets = new ArrayList<String>();
        if (!ReleasesCheck.byBidders(dossier)) {
            for (int i = 0; i < sets.size(); i++) {
                if (!closed.contains(ids.get(i)) && !opens(i)) {
                    lostSets.add(ids.get(i));
                }
            }
        }
        if (lostSets.isEmpty()) {
            Broken.unless(!doc.has("lost") && !doc.has("deadline"), object, "a deadline moved without a cause");
            return;
        }
        var named = new ArrayList<String>();
        doc.path("lost").forEach(set -> named.add(set.asText()));
        Broken.unless(named.equals(lostSets), object, "a former set that cannot open");
        var later = Shape.moment(doc, "deadline", object);
        boolean sandbox = dossier.manifest().path("sandbox").asBoolean();
        var earliest = entry.at().plus(sandbox ? RESEALING_SANDBOX : RESEALING).minus(AT_ONCE);
        Broken.unless(
                later.isAfter(deadline) && !later.isBefore(earliest), object, "too little time to seal again", later);
        closed.addAll(lostSets);
        deadline = later;
    }

    private boolean opens(int former) {
        var left = OpeningCheck.members(sets.get(former)).stream()
                .filter(member -> !lost.contains(ids.get(former) + member))
                .count();
        return left >= sets.get(former).path("threshold").asLong(Long.MAX_VALUE);
    }

    private boolean publisher(Entry entry) {
        var publication = dossier.entries().get(0);
        try {
            var by = Certificates.uscc(dossier.signer(entry.body().path("statement"), entry));
            return by.equals(Certificates.uscc(dossier.signer(publication.body().path("statement"), publication)));
        } catch (GeneralSecurityException e) {
            throw new Broken(entry.object(), "an unreadable certificate");
        }
    }

    private void inForce(Entry entry) {
        var object = entry.object();
        Shape.exactly(entry.body(), object + "#body", "set", "from");
        Broken.unless(waiting != null, object, "in force without a replacement");
        var id = ids.get(ids.size() - 1);
        Shape.equal(entry.body(), "set", id, object, "in force without a replacement");
        dossier.requireHeadBetween(waiting, entry);
        for (String member : OpeningCheck.members(sets.get(sets.size() - 1))) {
            Broken.unless(shown.contains(id + member), object, "in force before its keys were shown", member);
        }
        var from = Shape.moment(entry.body(), "from", object);
        Broken.unless(from.isBefore(deadline), object, "replaced behind the deadline");
        boolean atOnce = Duration.between(entry.at(), from).abs().compareTo(AT_ONCE) <= 0;
        Broken.unless(atOnce, object, "in force at another time than its entry");
        waiting = null;
    }
}
