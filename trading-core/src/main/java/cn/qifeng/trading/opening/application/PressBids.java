package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.party.application.Signers;
import cn.qifeng.trading.succession.application.KeyLosses;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetMember;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** Takes a trustee's press (启封): once with each key, for all bids of the list that are sealed to its set, after the coefficient is drawn. */
@ApplicationScoped
public class PressBids {

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final Lots lots;
    private final LotKeySets keySets;
    private final KeyLosses losses;
    private final SetsToPress pressing;
    private final LiveBids liveBids;
    private final Signers signers;
    private final Chain chain;
    private final Event<Pressed> pressed;

    /** A press is on record; who opens the lot hears it after the commit. */
    record Pressed(LotId lot) {}

    PressBids(
            OpeningSteps steps,
            OpeningClock clock,
            Lots lots,
            LotKeySets keySets,
            KeyLosses losses,
            SetsToPress pressing,
            LiveBids liveBids,
            Signers signers,
            Chain chain,
            Event<Pressed> pressed) {
        this.steps = steps;
        this.clock = clock;
        this.lots = lots;
        this.keySets = keySets;
        this.losses = losses;
        this.pressing = pressing;
        this.liveBids = liveBids;
        this.signers = signers;
        this.chain = chain;
        this.pressed = pressed;
    }

    /** Records the press; refuses whoever is no trustee, a second press, a foreign list and a bad share. */
    @Transactional
    public void press(LotId id, Statement statement) {
        var lot = lots.of(id);
        var signer = signers.bound(statement).id();
        var doc = Fields.of(statement.doc());
        var set = set(lot, doc.text("set"));
        var trustee = trustee(lot, set, signer);
        Statements.requireSame("tender", doc.text("tender"), lot.tender());
        Statements.requireSame("lot", doc.text("lot"), id);
        chain.requireSeen(lot.tender(), statement.doc());
        steps.take(id, Unsealing.class, unsealing -> {
            var headers = liveBids.headers(id, unsealing.checkpoint());
            var own = pressing.of(lot, unsealing.checkpoint()).stream()
                    .filter(one -> one.set().equals(set.idHex()))
                    .findFirst()
                    .orElseThrow(() ->
                            OpeningRefusal.FOREIGN_LIST.with(Facts.field("set", set.idHex(), "a set with bids to open")
                                    .map()));
            headers.keySet().retainAll(own.bids());
            var press = new ReceivedPress(unsealing, own, headers).judge(doc, trustee, clock.now());
            var next = unsealing.press(press);
            chain.append(lot.tender(), "lot/pressed", OpeningEntries.pressed(statement.toJson()));
            return next;
        });
        pressed.fire(new Pressed(id));
    }

    /** The set with this id that is, or was, in force; refuses others. */
    private KeySet set(PublishedLot lot, String id) {
        return keySets.sets(lot)
                .find(id)
                .orElseThrow(() -> OpeningRefusal.FOREIGN_LIST.with(
                        Facts.field("set", id, keySets.of(lot).idHex()).map()));
    }

    /** The member of this set with this certificate; refuses others, and a key that was declared lost. */
    private KeySetMember trustee(PublishedLot lot, KeySet set, String certificateId) {
        var member = set.member(certificateId)
                .orElseThrow(() -> OpeningRefusal.NOT_A_TRUSTEE.with(
                        Facts.of("certificate", certificateId).map()));
        if (losses.lost(lot, set.idHex(), certificateId)) {
            throw OpeningRefusal.KEY_LOST.with(Facts.field("set", set.idHex(), "a key that was not declared lost")
                    .map());
        }
        return member;
    }
}
