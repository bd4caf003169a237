package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key sets of a lot that bids were sealed to, as the chain tells (docs/evidence.md section 4): the published one, and
 * each that came in force in the place of the one before. {@link KeySetsCheck} judges how they came about.
 */
final class LotSets {

    /** A set in force, its id, and from when on. */
    record InForce(String id, JsonNode set, Instant from) {

        int threshold() {
            return set.path("threshold").asInt(Integer.MAX_VALUE);
        }

        int size() {
            return set.path("members").size();
        }

        List<String> members() {
            return OpeningCheck.members(set);
        }
    }

    private final List<InForce> sets;

    private LotSets(List<InForce> sets) {
        this.sets = sets;
    }

    static LotSets of(Dossier dossier) {
        var publication = dossier.entries().get(0);
        var sets = new ArrayList<InForce>();
        sets.add(new InForce(
                dossier.publication().path("trusteeSet").asText(),
                publication.body().path("keySet"),
                Instant.MIN));
        for (Dossier.Entry entry : dossier.entries("lot/key-set-in-force")) {
            var id = entry.body().path("set").asText();
            var from = Shape.moment(entry.body(), "from", entry.object());
            for (Dossier.Entry carrier : dossier.entries("lot/key-set")) {
                if (named(carrier).equals(id)) {
                    sets.add(new InForce(id, carrier.body().path("keySet"), from));
                }
            }
        }
        return new LotSets(sets);
    }

    /** The id that a replacement gives its set. */
    static String named(Dossier.Entry carrier) {
        return carrier.doc().path("keySet").asText();
    }

    /** The bid deadline, as published or as the last replacement moved it. */
    static Instant deadline(Dossier dossier) {
        var deadline = Shape.moment(dossier.publication().path("schedule"), "bidDeadline", "chain/000001.json");
        for (Dossier.Entry carrier : dossier.entries("lot/key-set")) {
            if (carrier.doc().has("deadline")) {
                deadline = Shape.moment(carrier.doc(), "deadline", carrier.object());
            }
        }
        return deadline;
    }

    /** Sets that cannot open any more, by id, each with the content hash of the replacement that says so. */
    static Map<String, String> lost(Dossier dossier) {
        var lost = new HashMap<String, String>();
        for (Dossier.Entry carrier : dossier.entries("lot/key-set")) {
            carrier.doc().path("lost").forEach(set -> lost.put(set.asText(), carrier.contentHash()));
        }
        return lost;
    }

    List<InForce> all() {
        return sets;
    }

    /** The one that draws and releases are made to. */
    InForce current() {
        return sets.get(sets.size() - 1);
    }

    Optional<InForce> find(String id) {
        return sets.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    /** Whether bids were sealed to a set at this moment, give or take the error bound of the stamp. */
    boolean sealable(String id, Instant stamp, long boundMs) {
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i).id().equals(id)) {
                boolean begun = !stamp.plusMillis(boundMs).isBefore(sets.get(i).from());
                boolean over = i + 1 < sets.size()
                        && !stamp.minusMillis(boundMs).isBefore(sets.get(i + 1).from());
                return begun && !over;
            }
        }
        return false;
    }
}
