package cn.qifeng.trading.succession.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.bidding.domain.LotGate;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.keyset.domain.KeyCeremonies;
import cn.qifeng.trading.keyset.domain.KeyCeremony;
import cn.qifeng.trading.keyset.domain.KeySetSuccessor;
import cn.qifeng.trading.keyset.domain.KeySetSuccessors;
import cn.qifeng.trading.keyset.domain.LotSets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.HeadWanted;
import cn.qifeng.trading.succession.domain.Declaration;
import cn.qifeng.trading.succession.domain.KeyLoss;
import cn.qifeng.trading.succession.domain.SuccessionRefusal;
import cn.qifeng.trading.succession.domain.SuccessionTimes;
import cn.qifeng.trading.tender.application.AgencySigners;
import cn.qifeng.trading.tender.application.NameTrustees;
import cn.qifeng.trading.tender.application.OwnTenders;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import cn.qifeng.trust.envelope.OpeningMode;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Replaces the key set of a published lot (更替保管人密钥组), signed by who published. Bids sealed to a former set stay good
 * while as many of it as its threshold can press; bids are sealed to the new one once it is in force. Where too few of a
 * former set are left, the replacement names it and moves the bid deadline, so that everybody has the time to seal again;
 * what stays sealed to it counts as withdrawn at the deadline.
 */
@ApplicationScoped
public class ReplaceKeySet {

    private final OwnTenders own;
    private final NameTrustees trustees;
    private final AgencySigners agencySigners;
    private final LotKeySets keySets;
    private final KeyLosses losses;
    private final KeyCeremonies ceremonies;
    private final KeySetSuccessors successors;
    private final Progress progress;
    private final LotGate gate;
    private final LotKeys keys;
    private final Chain chain;
    private final PlatformClock clock;
    private final Event<HeadWanted> headWanted;

    /** Former sets that cannot open, and the bid deadline that they move. */
    private record Move(List<String> lost, Instant deadline) {}

    ReplaceKeySet(
            OwnTenders own,
            NameTrustees trustees,
            AgencySigners agencySigners,
            LotKeySets keySets,
            KeyLosses losses,
            KeyCeremonies ceremonies,
            KeySetSuccessors successors,
            Progress progress,
            LotGate gate,
            LotKeys keys,
            Chain chain,
            PlatformClock clock,
            Event<HeadWanted> headWanted) {
        this.own = own;
        this.trustees = trustees;
        this.agencySigners = agencySigners;
        this.keySets = keySets;
        this.losses = losses;
        this.ceremonies = ceremonies;
        this.successors = successors;
        this.progress = progress;
        this.gate = gate;
        this.keys = keys;
        this.chain = chain;
        this.clock = clock;
        this.headWanted = headWanted;
    }

    /**
     * The doc to sign, without {@code seen}; refuses whatever would refuse the replacement itself now.
     *
     * @param deadline where bids sealed to a former set could not be opened, the moved bid deadline; else {@code null}
     */
    @Transactional
    public ObjectNode toSign(TenderId id, String reason, Instant deadline, PartyId agency) {
        var tender = own.of(id, agency);
        var lot = lot(tender);
        return doc(lot, newSet(tender), Declaration.reason(reason), move(lot, deadline));
    }

    /** Writes {@code lot/key-set} with the newest ceremony's set; it waits until it is in force. */
    @Transactional
    public void replace(TenderId id, Statement statement, PartyId agency) {
        var tender = own.of(id, agency);
        trustees.of(tender).ifPresent(ceremony -> ceremonies.lock(ceremony.id()));
        var lot = lot(tender);
        var set = newSet(tender);
        var move = requireSigned(statement, lot, set);
        agencySigners.require(statement, tender);
        chain.requireSeen(id, statement.doc());
        var body = CanonicalJson.object();
        body.set("statement", statement.toJson());
        body.set("keySet", set.toDoc());
        move.ifPresent(it -> moveDeadline(lot, it));
        var entry = chain.append(id, "lot/key-set", body);
        int place = successors.of(lot.lot()).size() + 1;
        var lost = move.map(Move::lost).orElse(List.of());
        successors.add(new KeySetSuccessor(lot.lot(), place, set.idHex(), entry.hash(), lost, null));
        headWanted.fire(new HeadWanted());
    }

    private static PublishedLot lot(Tender tender) {
        tender.requireStage(Stage.BIDDING);
        return tender.published().orElseThrow();
    }

    /** Behind every seal that passed the gate, and before the list: the freeze takes the deadline behind the same gate. */
    private void moveDeadline(PublishedLot lot, Move move) {
        gate.exclusive(lot.lot());
        if (keys.isFrozen(lot.lot())) {
            throw SuccessionRefusal.TOO_LATE.at("now", clock.now(), "before the bid list");
        }
        progress.moveDeadline(lot.lot(), move.deadline());
    }

    private KeySet newSet(Tender tender) {
        var lot = lot(tender);
        requireInTime(lot);
        var former = successors.of(lot.lot());
        if (former.stream().anyMatch(one -> !one.inForce())) {
            throw SuccessionRefusal.ONE_WAITS.at("keySet", "signed, not in force", "the former replacement in force");
        }
        var ceremony = trustees.of(tender).orElseThrow(TenderRefusal.NO_KEY_SET::refused);
        var sets = keySets.sets(lot);
        boolean known =
                ceremony.set().filter(set -> sets.find(set.idHex()).isPresent()).isPresent();
        if (known) {
            throw SuccessionRefusal.NO_NEW_SET.at("keySet", "the set in force", "a new ceremony");
        }
        requireReady(ceremony);
        return ceremony.set().orElseThrow().verify();
    }

    private void requireInTime(PublishedLot lot) {
        var last = lost(lot).isEmpty() ? lot.deadline().minus(times().beforeDeadline()) : lot.deadline();
        if (clock.now().isAfter(last)) {
            throw SuccessionRefusal.TOO_LATE.at("now", clock.now(), "by " + last);
        }
    }

    private SuccessionTimes times() {
        return clock.sandbox() ? SuccessionTimes.SANDBOX : SuccessionTimes.PRODUCTION;
    }

    private static void requireReady(KeyCeremony ceremony) {
        if (!ceremony.ready()) {
            long waiting =
                    ceremony.seats().stream().filter(seat -> !seat.shown()).count();
            throw new Refused(
                    TenderRefusal.KEY_SET_INCOMPLETE,
                    Facts.field("keySet", "waiting for " + waiting, "every trustee's key, and its answer to the canary")
                            .and("keySetId", ceremony.id()));
        }
    }

    /**
     * Sets that so many have left that they cannot open, and that no replacement has named yet; nobody knows whether any
     * bid is sealed to them. In mode BIDDERS none is: releases are made to the set in force.
     */
    private List<String> lost(PublishedLot lot) {
        if (lot.openingMode() == OpeningMode.BIDDERS) {
            return List.of();
        }
        var gone = losses.of(lot).stream().collect(Collectors.groupingBy(KeyLoss::set, Collectors.counting()));
        var sets = keySets.sets(lot);
        return sets.all().stream()
                .map(LotSets.InForce::set)
                .filter(set -> set.members().size() - gone.getOrDefault(set.idHex(), 0L) < set.threshold())
                .map(KeySet::idHex)
                .filter(set -> !sets.lost().containsKey(set))
                .toList();
    }

    /** The moved deadline where a set is lost, and none where every bid can be opened. */
    private Optional<Move> move(PublishedLot lot, Instant deadline) {
        var lost = lost(lot);
        if (lost.isEmpty()) {
            if (deadline != null) {
                throw SuccessionRefusal.DEADLINE_STAYS.at("deadline", deadline, lot.deadline());
            }
            return Optional.empty();
        }
        var earliest = clock.now().plus(times().resealing());
        if (deadline == null || deadline.isBefore(earliest) || !deadline.isAfter(lot.deadline())) {
            var bound = earliest.isAfter(lot.deadline()) ? earliest : lot.deadline();
            throw SuccessionRefusal.FORMER_SET_CANNOT_OPEN.at(
                    "deadline", deadline == null ? "" : deadline, "later than " + bound);
        }
        return Optional.of(new Move(lost, deadline));
    }

    private ObjectNode doc(PublishedLot lot, KeySet set, String reason, Optional<Move> move) {
        var doc = CanonicalJson.object()
                .put("type", "key-set-replacement")
                .put("v", 1)
                .put("tender", lot.tender().toString())
                .put("lot", lot.lot().toString())
                .put("replaces", keySets.of(lot).idHex())
                .put("keySet", set.idHex())
                .put("reason", reason);
        move.ifPresent(it -> {
            it.lost().forEach(doc.putArray("lost")::add);
            doc.put("deadline", Moments.format(it.deadline()));
        });
        return doc;
    }

    private Optional<Move> requireSigned(Statement statement, PublishedLot lot, KeySet set) {
        var signed = statement.doc();
        var deadline = signed.has("deadline") ? Fields.of(signed).moment("deadline") : null;
        var move = move(lot, deadline);
        var expected = doc(lot, set, Declaration.reason(signed.path("reason").asText()), move);
        expected.set("seen", signed.path("seen"));
        if (!Arrays.equals(CanonicalJson.encode(expected), CanonicalJson.encode(signed))) {
            throw SuccessionRefusal.STATEMENT.at("statement.doc", statement.hashHex(), "the replacement of now");
        }
        return move;
    }
}
