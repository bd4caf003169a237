package cn.qifeng.trading.succession.web;

import cn.qifeng.trading.log.application.Proofs.Inclusion;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.succession.application.ShowKeySets.Proof;
import cn.qifeng.trading.succession.application.ShowKeySets.Shown;
import cn.qifeng.trading.succession.domain.KeyLoss;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * A key set of a published lot as clients verify it.
 *
 * @param set its id, hex
 * @param state {@code IN_FORCE}, {@code WAITING}, {@code FORMER} or {@code LOST}
 * @param from from when on bids are sealed to it; {@code null} for the published one, and while it waits
 * @param reason why it took a former one's place, or {@code null}
 * @param keySet the canonical document
 * @param entry {@code tender/published} or {@code lot/key-set}
 * @param proof of that entry, or {@code null} until it is under a published head
 * @param inForce {@code lot/key-set-in-force}, or {@code null}
 * @param inForceProof of that
 */
record LotKeySetView(
        String set,
        String state,
        int threshold,
        Instant from,
        String reason,
        List<Member> members,
        ObjectNode keySet,
        Entry entry,
        ProofPart proof,
        Entry inForce,
        ProofPart inForceProof) {

    /** Place of an entry in the log, and a published head over it; as {@code /log/proofs/{hash}} gives it. */
    record ProofPart(Inclusion leaf, HeadPart head) {

        static ProofPart of(Proof proof) {
            var witnesses = proof.head().witnesses().stream()
                    .map(one -> new WitnessPart(one.doc(), one.sig()))
                    .toList();
            return new ProofPart(
                    proof.leaf(), new HeadPart(proof.head().doc(), proof.head().sig(), witnesses));
        }
    }

    /** A published head with its witnesses. */
    record HeadPart(ObjectNode head, String sig, List<WitnessPart> witnesses) {}

    /** A witness's statement on it. */
    record WitnessPart(ObjectNode doc, String sig) {}

    /**
     * A member.
     *
     * @param certificate id, hex
     * @param lostAt when its key was declared lost, or {@code null}
     * @param cause {@code LOST} or {@code OFFICE_ENDED}, or {@code null}
     */
    record Member(int x, String name, String side, String certificate, Instant lostAt, String cause) {}

    /** An entry as docs/evidence.md section 3 has it. */
    record Entry(ObjectNode head, String salt, ObjectNode body) {

        static Entry of(RecordedEntry entry) {
            return entry == null ? null : new Entry(entry.head(), entry.salt(), entry.body());
        }
    }

    static LotKeySetView of(Shown shown) {
        var set = shown.set();
        return new LotKeySetView(
                set.idHex(),
                shown.state().name(),
                set.threshold(),
                shown.from(),
                shown.reason(),
                set.members().stream()
                        .map(member -> {
                            var loss = shown.losses().stream()
                                    .filter(one -> one.member().equals(member.idHex()))
                                    .findFirst();
                            return new Member(
                                    member.x(),
                                    member.name(),
                                    member.side().name(),
                                    member.idHex(),
                                    loss.map(KeyLoss::at).orElse(null),
                                    loss.map(one -> one.cause().name()).orElse(null));
                        })
                        .toList(),
                set.toDoc(),
                Entry.of(shown.carrier()),
                shown.proof().map(ProofPart::of).orElse(null),
                Entry.of(shown.inForce()),
                shown.inForceProof().map(ProofPart::of).orElse(null));
    }
}
