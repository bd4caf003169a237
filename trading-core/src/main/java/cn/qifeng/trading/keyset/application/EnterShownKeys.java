package cn.qifeng.trading.keyset.application;

import cn.qifeng.trading.clock.application.DueAct;
import cn.qifeng.trading.keyset.domain.KeyCeremonies;
import cn.qifeng.trading.keyset.domain.KeyCeremonies.Unentered;
import cn.qifeng.trading.keyset.domain.KeyCeremony;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells in the tender's chain which trustees showed that their keys work, as soon as their set stands in it: with the
 * publication, or as the one that takes a former one's place. A set that was never used is not told of.
 */
@ApplicationScoped
class EnterShownKeys implements DueAct {

    private static final Set<String> CARRIERS = Set.of("tender/published", "lot/key-set");

    private final KeyCeremonies ceremonies;
    private final Chain chain;
    private final Map<UUID, String> lookedAt = new ConcurrentHashMap<>();

    EnterShownKeys(KeyCeremonies ceremonies, Chain chain) {
        this.ceremonies = ceremonies;
        this.chain = chain;
    }

    @Override
    public void runIfDue(Instant now) {
        var waiting = QuarkusTransaction.requiringNew().call(ceremonies::unentered);
        waiting.forEach(one -> QuarkusTransaction.requiringNew().run(() -> enter(one)));
    }

    /** Looked for anew only when the chain has grown. */
    private boolean stands(KeyCeremony ceremony) {
        var head = chain.head(ceremony.tender());
        if (head.isEmpty() || head.get().hash().equals(lookedAt.get(ceremony.id()))) {
            return false;
        }
        boolean stands = chain.entries(ceremony.tender()).stream()
                .filter(entry -> CARRIERS.contains(entry.type()) && entry.body().has("keySet"))
                .map(entry -> KeySet.from(entry.body().get("keySet")).idHex())
                .anyMatch(ceremony.set().orElseThrow().idHex()::equals);
        if (!stands) {
            lookedAt.put(ceremony.id(), head.get().hash());
        }
        return stands;
    }

    private void enter(Unentered one) {
        var ceremony = ceremonies.lock(one.id()).orElseThrow();
        if (!ceremonies.unentered().contains(one) || !stands(ceremony)) {
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
