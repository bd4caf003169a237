package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.BidOpening.Opened;
import cn.qifeng.trading.opening.domain.BidOpening.Releasing;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.Openings;
import cn.qifeng.trading.opening.domain.RecordSignature;
import cn.qifeng.trading.opening.domain.RecordSignature.Capacity;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.domain.Suspensions;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.application.Task;
import cn.qifeng.trading.party.application.TaskSource;
import cn.qifeng.trading.party.domain.BoundCertificate;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.succession.application.KeyLosses;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.keyset.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What an opening waits for (开标待办): decisions over held bids, presses of trustees, the agency's answers to objections, signatures under the
 * record. Nothing of it exists before the bid list is public.
 */
@ApplicationScoped
class OpeningTasks implements TaskSource {

    private final Openings openings;
    private final Suspensions suspensions;
    private final Lots lots;
    private final LotKeySets keySets;
    private final SetsToPress pressing;
    private final KeyLosses losses;
    private final OpeningParties parties;
    private final Directory directory;

    OpeningTasks(
            Openings openings,
            Suspensions suspensions,
            Lots lots,
            LotKeySets keySets,
            SetsToPress pressing,
            KeyLosses losses,
            OpeningParties parties,
            Directory directory) {
        this.openings = openings;
        this.suspensions = suspensions;
        this.lots = lots;
        this.keySets = keySets;
        this.pressing = pressing;
        this.losses = losses;
        this.parties = parties;
        this.directory = directory;
    }

    @Override
    public Collection<Task> owedBy(Person person) {
        List<Task> owed = new ArrayList<>();
        var suspended = suspensions.undecided();
        suspended.stream()
                .map(id -> suspensions.newest(id).orElseThrow())
                .forEach(suspension -> decide(lots.of(suspension.lot()), suspension, person, owed));
        for (LotId id : openings.in(List.of(Listed.class, Releasing.class, Unsealing.class, Opened.class))) {
            if (suspended.contains(id)) {
                continue;
            }
            var lot = lots.of(id);
            BidOpening opening = openings.of(id).orElseThrow();
            if (opening instanceof Listed listed) {
                decide(lot, listed, person, owed);
            } else if (opening instanceof Releasing releasing) {
                release(lot, releasing, person, owed);
                extend(lot, releasing, person, owed);
            } else if (opening instanceof Unsealing unsealing) {
                press(lot, unsealing, person, owed);
            } else if (opening instanceof Opened opened) {
                answer(lot, opened, person, owed);
                sign(lot, opened, person, owed);
            }
        }
        return owed;
    }

    private void decide(PublishedLot lot, Suspension suspension, Person person, List<Task> owed) {
        boolean entity = parties.isProcuringEntity(lot, person) && suspension.waitsFor(Capacity.PROCURING_ENTITY);
        boolean supervisor = parties.isSupervisor(person)
                && !parties.isOfTenderer(lot, person)
                && suspension.waitsFor(Capacity.SUPERVISOR);
        if (entity || supervisor) {
            owed.add(task("opening/decide-suspension", lot, null, hall(lot)));
        }
    }

    private void decide(PublishedLot lot, Listed listed, Person person, List<Task> owed) {
        if (listed.namesAt() == null || !listed.undecided()) {
            return;
        }
        var signatures = listed.asked() == null
                ? List.<RecordSignature>of()
                : listed.asked().signatures();
        boolean entity = parties.isProcuringEntity(lot, person) && !signed(signatures, Capacity.PROCURING_ENTITY);
        boolean supervisor = person.roles().has("supervisor") && !signed(signatures, Capacity.SUPERVISOR);
        if (entity || supervisor) {
            owed.add(task("opening/decide-held", lot, listed.namesAt(), hall(lot)));
        }
    }

    private void release(PublishedLot lot, Releasing releasing, Person person, List<Task> owed) {
        var own = parties.line(releasing.names(), person);
        boolean due = own.isPresent()
                && releasing.missing().stream()
                        .anyMatch(bid -> bid.bidId().equals(own.get().bidId()));
        if (due) {
            owed.add(task("opening/release", lot, releasing.window().closesAt(), hall(lot)));
        }
    }

    private void extend(PublishedLot lot, Releasing releasing, Person person, List<Task> owed) {
        var asked = releasing.window().asked();
        if (asked == null && releasing.window().pausedAt() == null) {
            return;
        }
        var signatures = asked == null ? List.<RecordSignature>of() : asked.signatures();
        boolean agency = parties.isAgency(lot, person) && !signed(signatures, Capacity.AGENCY);
        boolean supervisor = person.roles().has("supervisor") && !signed(signatures, Capacity.SUPERVISOR);
        if (agency || supervisor) {
            owed.add(task("opening/extend", lot, releasing.window().closesAt(), hall(lot)));
        }
    }

    private void press(PublishedLot lot, Unsealing unsealing, Person person, List<Task> owed) {
        if (!person.roles().has("trustee")) {
            return;
        }
        var own = directory.usableCertificates(person.id()).stream()
                .map(BoundCertificate::id)
                .toList();
        var sets = keySets.sets(lot);
        boolean due = pressing.of(lot, unsealing.checkpoint()).stream()
                .anyMatch(set -> own.stream()
                        .anyMatch(id -> owes(lot, sets.find(set.set()).orElseThrow(), id, unsealing)));
        if (due) {
            owed.add(task("opening/press", lot, null, "/trustee"));
        }
    }

    private boolean owes(PublishedLot lot, KeySet set, String certificate, Unsealing unsealing) {
        return set.member(certificate).isPresent()
                && !unsealing.pressed(set.idHex(), certificate)
                && !losses.lost(lot, set.idHex(), certificate);
    }

    private void answer(PublishedLot lot, Opened opened, Person person, List<Task> owed) {
        boolean open = opened.objections().stream().anyMatch(objection -> objection.answer() == null);
        if (open && parties.isAgency(lot, person)) {
            owed.add(task("opening/answer", lot, opened.objectionsUntil(), hall(lot)));
        }
    }

    private void sign(PublishedLot lot, Opened opened, Person person, List<Task> owed) {
        if (opened.draft() == null) {
            return;
        }
        var signatures = opened.draft().signatures();
        boolean agency = parties.isAgency(lot, person) && !signed(signatures, Capacity.AGENCY);
        boolean supervisor = person.roles().has("supervisor") && !signed(signatures, Capacity.SUPERVISOR);
        if (agency || supervisor) {
            owed.add(task("opening/sign", lot, null, hall(lot)));
        }
    }

    private static boolean signed(List<RecordSignature> signatures, Capacity capacity) {
        return signatures.stream().anyMatch(one -> one.capacity() == capacity);
    }

    private static String hall(PublishedLot lot) {
        return "/lots/" + lot.lot() + "/opening";
    }

    private static Task task(String code, PublishedLot lot, Instant due, String link) {
        return new Task(code, lot.name(), lot.tender(), lot.lot(), due, link);
    }
}
