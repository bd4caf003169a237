package cn.qifeng.trading.succession.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.keyset.domain.KeyCeremonies;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.HeadWanted;
import cn.qifeng.trading.party.application.Signers;
import cn.qifeng.trading.succession.domain.Declaration;
import cn.qifeng.trading.succession.domain.SuccessionRefusal;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** Takes a trustee's word that its key of a published lot is lost or its office ended (声明密钥遗失或离任). */
@ApplicationScoped
public class DeclareKeyLost {

    private final Lots lots;
    private final LotKeySets keySets;
    private final KeyLosses losses;
    private final KeyCeremonies ceremonies;
    private final Signers signers;
    private final Chain chain;
    private final LegalClock clock;
    private final Event<HeadWanted> headWanted;

    DeclareKeyLost(
            Lots lots,
            LotKeySets keySets,
            KeyLosses losses,
            KeyCeremonies ceremonies,
            Signers signers,
            Chain chain,
            LegalClock clock,
            Event<HeadWanted> headWanted) {
        this.lots = lots;
        this.keySets = keySets;
        this.losses = losses;
        this.ceremonies = ceremonies;
        this.signers = signers;
        this.chain = chain;
        this.clock = clock;
        this.headWanted = headWanted;
    }

    /**
     * Writes it into the chain, once for each key. Refuses after the bid deadline, when the opening itself finds out who
     * can press, and whoever has no key in a set of the lot that is, or was, in force.
     */
    @Transactional
    public void declare(LotId id, Statement statement) {
        var lot = lots.of(id);
        var declared = Declaration.from(lot, statement);
        var member = signers.bound(statement).id();
        chain.requireSeen(lot.tender(), statement.doc());
        boolean holds = keySets.sets(lot)
                .find(declared.set())
                .flatMap(set -> set.member(member))
                .isPresent();
        if (!holds) {
            throw SuccessionRefusal.NOT_A_MEMBER.at("set", declared.set(), "a set of the lot with a key of yours");
        }
        if (clock.now().isAfter(lot.deadline())) {
            throw SuccessionRefusal.TOO_LATE.at("now", clock.now(), "by " + lot.deadline());
        }
        ceremonies.ofSet(declared.set()).ifPresent(ceremony -> ceremonies.lock(ceremony.id()));
        if (losses.lost(lot, declared.set(), member)) {
            throw SuccessionRefusal.DECLARED.at("set", declared.set(), "a key that is not declared lost");
        }
        var body = CanonicalJson.object();
        body.set("statement", statement.toJson());
        chain.append(lot.tender(), "lot/key-lost", body);
        headWanted.fire(new HeadWanted());
    }
}
