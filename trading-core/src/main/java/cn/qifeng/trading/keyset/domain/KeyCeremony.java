package cn.qifeng.trading.keyset.domain;

import static cn.qifeng.trading.keyset.domain.KeySetRefusal.ALREADY_OFFERED;
import static cn.qifeng.trading.keyset.domain.KeySetRefusal.NO_OFFER;
import static cn.qifeng.trading.keyset.domain.KeySetRefusal.WRONG_ANSWER;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetMember;
import cn.qifeng.trust.keyset.KeySetPurpose;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The making of a key set (密钥仪式), docs/evidence.md section 4: named members offer keys that they made for this lot
 * or session, then show with a canary that the keys work. Nobody may hold the set alone (招标投标法 art 22, 36).
 *
 * @param owner the lot's or session's UUID
 */
public record KeyCeremony(
        UUID id, TenderId tender, KeySetPurpose purpose, UUID owner, int threshold, List<Seat> seats) {

    /** Copies the seats; refuses a set that one side controls, and a person twice. */
    public KeyCeremony {
        seats = List.copyOf(seats);
        if (seats.stream().map(Seat::person).distinct().count() < seats.size()) {
            throw new Refused(KeySetRefusal.MEMBER_TWICE, Facts.field("members", seats.size(), "each person once"));
        }
        KeySet.checkSides(threshold, seats.stream().map(Seat::side).toList());
    }

    /** The seat of a person. */
    public Optional<Seat> seat(PersonId person) {
        return seats.stream().filter(seat -> seat.person().equals(person)).findFirst();
    }

    /** The complete set once every member has offered. */
    public Optional<KeySet> set() {
        if (seats.stream().anyMatch(seat -> seat.offer().isEmpty())) {
            return Optional.empty();
        }
        var members = seats.stream().map(seat -> seat.offer().orElseThrow()).toList();
        return Optional.of(new KeySet(purpose, owner, threshold, members));
    }

    /** Whether the set is complete and every member showed that its key works. */
    public boolean ready() {
        return set().isPresent() && seats.stream().allMatch(Seat::shown);
    }

    /** How far a ceremony is (密钥仪式进度). */
    public enum Phase {
        /** Members offer their keys (提交公钥). */
        OFFERING,
        /** The set is complete; members show that their keys work (验证密钥). */
        SHOWING,
        /** The set can be used (可用). */
        READY
    }

    /** How far it is. */
    public Phase phase() {
        if (set().isEmpty()) {
            return Phase.OFFERING;
        }
        return ready() ? Phase.READY : Phase.SHOWING;
    }

    /** Takes a member's key; a set in which an identity or key stands twice is refused with the last offer. */
    public KeyCeremony offer(KeySetMember member, String canary, String challenge) {
        var seat = seats.get(member.x() - 1);
        if (seat.offer().isPresent()) {
            throw new Refused(ALREADY_OFFERED, Facts.of("member", member.x()));
        }
        var next = with(seat.offered(member, canary, challenge));
        next.set().ifPresent(KeySet::verify);
        return next;
    }

    /** Takes a member's answer to its canary; the right one again changes nothing. */
    public KeyCeremony answer(Seat of, String answer) {
        var seat = seats.get(of.x() - 1);
        if (seat.canary() == null) {
            throw new Refused(NO_OFFER, Facts.of("member", seat.x()));
        }
        if (!seat.canary().equals(answer)) {
            throw new Refused(WRONG_ANSWER, Facts.field("answer", answer, "the value in the challenge"));
        }
        return with(seat.answered());
    }

    private KeyCeremony with(Seat changed) {
        var next = seats.stream()
                .map(seat -> seat.x() == changed.x() ? changed : seat)
                .toList();
        return new KeyCeremony(id, tender, purpose, owner, threshold, next);
    }
}
