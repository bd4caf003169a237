package cn.qifeng.trading.keyset.application;

import cn.qifeng.trading.clock.application.DueAct;
import cn.qifeng.trading.keyset.domain.KeyCeremonies;
import cn.qifeng.trading.keyset.domain.KeyCeremonies.Unentered;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Tells in the tender's chain which trustees showed that their keys work, as soon as the tender is published. */
@ApplicationScoped
class EnterShownKeys implements DueAct {

    private final KeyCeremonies ceremonies;
    private final Chain chain;

    EnterShownKeys(KeyCeremonies ceremonies, Chain chain) {
        this.ceremonies = ceremonies;
        this.chain = chain;
    }

    @Override
    public void runIfDue(Instant now) {
        var waiting = QuarkusTransaction.requiringNew().call(ceremonies::unentered);
        waiting.forEach(one -> QuarkusTransaction.requiringNew().run(() -> enter(one)));
    }

    private void enter(Unentered one) {
        var ceremony = ceremonies.lock(one.id()).orElseThrow();
        if (!ceremonies.unentered().contains(one)
                || chain.head(ceremony.tender()).isEmpty()) {
            return;
        }
        var seat = ceremony.seats().get(one.x() - 1);
        var body = CanonicalJson.object()
                .put("set", ceremony.set().map(KeySet::idHex).orElseThrow())
                .put("member", seat.offer().orElseThrow().idHex())
                .put("challenge", seat.challenge())
                .put("answer", seat.canary());
        chain.append(ceremony.tender(), "lot/key-shown", body);
        ceremonies.entered(one.id(), one.x());
    }
}
