package cn.qifeng.trading.succession.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.keyset.domain.KeySetSuccessor;
import cn.qifeng.trading.keyset.domain.KeySetSuccessors;
import cn.qifeng.trading.keyset.domain.LotSets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.Proofs;
import cn.qifeng.trading.log.application.Proofs.Inclusion;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.succession.domain.KeyLoss;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.keyset.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The key sets of a published lot with their entries (标段密钥组公示): all of it stands in the public cut of the chain. */
@ApplicationScoped
public class ShowKeySets {

    /**
     * One of them.
     *
     * @param state published and still in force, signed and waiting, in force, or former
     * @param from legal time from which on bids are sealed to it; {@code null} for the published one, and while it waits
     * @param reason why it took a former one's place; {@code null} for the published one
     * @param carrier the entry that carries it
     * @param proof of that; empty until it is under a published head
     * @param inForce the entry with which it came in force, or {@code null}
     * @param inForceProof of that
     * @param losses its keys that were declared lost
     */
    public record Shown(
            KeySet set,
            State state,
            Instant from,
            String reason,
            RecordedEntry carrier,
            Optional<Proof> proof,
            RecordedEntry inForce,
            Optional<Proof> inForceProof,
            List<KeyLoss> losses) {}

    /** Where an entry stands in the log, under the first published head over it. */
    public record Proof(Inclusion leaf, SignedHead head) {}

    /** What bids are sealed to. */
    public enum State {
        /** Bids are sealed to it (使用中). */
        IN_FORCE,
        /** Signed; bids are sealed to it once it is in force (待生效). */
        WAITING,
        /** Bids that were sealed to it stay good (已更替). */
        FORMER,
        /** Too many of its keys are lost: bids sealed to it are not opened, and the deadline moved (已失). */
        LOST
    }

    private final Lots lots;
    private final LotKeySets keySets;
    private final KeySetSuccessors successors;
    private final KeyLosses losses;
    private final Chain chain;
    private final Proofs proofs;

    ShowKeySets(
            Lots lots, LotKeySets keySets, KeySetSuccessors successors, KeyLosses losses, Chain chain, Proofs proofs) {
        this.lots = lots;
        this.keySets = keySets;
        this.successors = successors;
        this.losses = losses;
        this.chain = chain;
        this.proofs = proofs;
    }

    /** Those of a lot, the published one first; refuses an unknown lot. */
    @Transactional
    public List<Shown> of(LotId id) {
        var lot = lots.of(id);
        var entries = chain.entries(lot.tender());
        var lost = losses.of(lot);
        var inForce = keySets.sets(lot);
        var shown = new ArrayList<Shown>();
        shown.add(shown(lot, lot.trusteeSet(), null, inForce, entries, lost));
        for (KeySetSuccessor next : successors.of(id)) {
            shown.add(shown(lot, next.setId(), next, inForce, entries, lost));
        }
        return shown;
    }

    private Shown shown(
            PublishedLot lot,
            String id,
            KeySetSuccessor successor,
            LotSets sets,
            List<RecordedEntry> entries,
            List<KeyLoss> lost) {
        var carrier = carrier(successor == null ? "tender/published" : "lot/key-set", id, entries);
        var inForce = entries.stream()
                .filter(entry -> entry.type().equals("lot/key-set-in-force"))
                .filter(entry -> entry.body().path("set").asText().equals(id))
                .findFirst();
        return new Shown(
                keySets.set(lot, id),
                state(id, successor, sets),
                successor == null ? null : successor.from(),
                Optional.ofNullable(successor)
                        .map(one -> carrier.body()
                                .path("statement")
                                .path("doc")
                                .path("reason")
                                .asText())
                        .orElse(null),
                carrier,
                proof(carrier),
                inForce.orElse(null),
                inForce.flatMap(this::proof),
                lost.stream().filter(loss -> loss.set().equals(id)).toList());
    }

    private Optional<Proof> proof(RecordedEntry entry) {
        var hash = entry.ref().hash();
        return proofs.checkpoint(hash)
                .flatMap(head -> proofs.inclusion(hash, head.size()).map(leaf -> new Proof(leaf, head)));
    }

    private static State state(String id, KeySetSuccessor successor, LotSets sets) {
        if (sets.lost().containsKey(id)) {
            return State.LOST;
        }
        if (id.equals(sets.currentId())) {
            return State.IN_FORCE;
        }
        return successor != null && !successor.inForce() ? State.WAITING : State.FORMER;
    }

    private static RecordedEntry carrier(String type, String id, List<RecordedEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.type().equals(type))
                .filter(entry -> KeySet.from(entry.body().get("keySet")).idHex().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no entry carries key set " + id));
    }
}
