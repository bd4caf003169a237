package cn.qifeng.trading.succession.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.keyset.domain.KeyCeremonies;
import cn.qifeng.trading.keyset.domain.KeyCeremony;
import cn.qifeng.trading.keyset.domain.KeySetSuccessor;
import cn.qifeng.trading.keyset.domain.KeySetSuccessors;
import cn.qifeng.trading.keyset.domain.LotSets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.HeadWanted;
import cn.qifeng.trading.succession.domain.Declaration;
import cn.qifeng.trading.succession.domain.SuccessionRefusal;
import cn.qifeng.trading.succession.domain.SuccessionTimes;
import cn.qifeng.trading.tender.application.AgencySigners;
import cn.qifeng.trading.tender.application.NameTrustees;
import cn.qifeng.trading.tender.application.OwnTenders;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Arrays;

/**
 * Replaces the key set of a published lot (更替保管人密钥组), signed by who published. Bids sealed to a former set stay good
 * while as many of it as its threshold can press; bids are sealed to the new one once it is in force.
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
    private final Chain chain;
    private final PlatformClock clock;
    private final Event<HeadWanted> headWanted;

    ReplaceKeySet(
            OwnTenders own,
            NameTrustees trustees,
            AgencySigners agencySigners,
            LotKeySets keySets,
            KeyLosses losses,
            KeyCeremonies ceremonies,
            KeySetSuccessors successors,
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
        this.chain = chain;
        this.clock = clock;
        this.headWanted = headWanted;
    }

    /** The doc to sign, without {@code seen}; refuses whatever would refuse the replacement itself now. */
    @Transactional
    public ObjectNode toSign(TenderId id, String reason, PartyId agency) {
        var tender = own.of(id, agency);
        return doc(lot(tender), newSet(tender), Declaration.reason(reason));
    }

    /** Writes {@code lot/key-set} with the newest ceremony's set; it waits until it is in force. */
    @Transactional
    public void replace(TenderId id, Statement statement, PartyId agency) {
        var tender = own.of(id, agency);
        trustees.of(tender).ifPresent(ceremony -> ceremonies.lock(ceremony.id()));
        var lot = lot(tender);
        var set = newSet(tender);
        requireSigned(statement, lot, set);
        agencySigners.require(statement, tender);
        chain.requireSeen(id, statement.doc());
        var body = CanonicalJson.object();
        body.set("statement", statement.toJson());
        body.set("keySet", set.toDoc());
        var entry = chain.append(id, "lot/key-set", body);
        int place = successors.of(lot.lot()).size() + 1;
        successors.add(new KeySetSuccessor(lot.lot(), place, set.idHex(), entry.hash(), null));
        headWanted.fire(new HeadWanted());
    }

    private static PublishedLot lot(Tender tender) {
        tender.requireStage(Stage.BIDDING);
        return tender.published().orElseThrow();
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
        sets.all().forEach(one -> requireOpens(lot, one));
        return ceremony.set().orElseThrow().verify();
    }

    private void requireInTime(PublishedLot lot) {
        var times = clock.sandbox() ? SuccessionTimes.SANDBOX : SuccessionTimes.PRODUCTION;
        var last = lot.deadline().minus(times.beforeDeadline());
        if (clock.now().isAfter(last)) {
            throw SuccessionRefusal.TOO_LATE.at("now", clock.now(), "by " + last);
        }
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

    /** A set that so many have left that it cannot open would take bids with it; nobody knows whether it has any. */
    private void requireOpens(PublishedLot lot, LotSets.InForce former) {
        var set = former.set();
        long left = set.members().size()
                - losses.of(lot).stream()
                        .filter(loss -> loss.set().equals(set.idHex()))
                        .count();
        if (left < set.threshold()) {
            throw SuccessionRefusal.FORMER_SET_CANNOT_OPEN.at(
                    "keySet " + set.idHex(), left + " keys left", "at least " + set.threshold());
        }
    }

    private ObjectNode doc(PublishedLot lot, KeySet set, String reason) {
        return CanonicalJson.object()
                .put("type", "key-set-replacement")
                .put("v", 1)
                .put("tender", lot.tender().toString())
                .put("lot", lot.lot().toString())
                .put("replaces", keySets.of(lot).idHex())
                .put("keySet", set.idHex())
                .put("reason", reason);
    }

    private void requireSigned(Statement statement, PublishedLot lot, KeySet set) {
        var signed = statement.doc();
        var expected = doc(lot, set, Declaration.reason(signed.path("reason").asText()));
        expected.set("seen", signed.path("seen"));
        if (!Arrays.equals(CanonicalJson.encode(expected), CanonicalJson.encode(signed))) {
            throw SuccessionRefusal.STATEMENT.at("statement.doc", statement.hashHex(), "the replacement of now");
        }
    }
}
