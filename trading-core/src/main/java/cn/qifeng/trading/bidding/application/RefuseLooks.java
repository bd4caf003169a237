package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.Traces;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;

/** Keeps everybody from seeing who bids and how many before the opening (保密), and notes who asked. */
@ApplicationScoped
public class RefuseLooks {

    private final Lots lots;
    private final LotKeys keys;
    private final Traces traces;
    private final Caller caller;
    private final LegalClock clock;

    RefuseLooks(Lots lots, LotKeys keys, Traces traces, Caller caller, LegalClock clock) {
        this.lots = lots;
        this.keys = keys;
        this.traces = traces;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Lets nobody through before the bid list is public: refuses with {@link BiddingRefusal#SECRET} and keeps a trace.
     *
     * @param what what was asked for, such as {@code list} or {@code count}
     * @param address network address of the caller
     */
    public void requirePublicList(LotId lot, String what, String address) {
        var key = LotKeyOf.published(lots, keys, lot);
        boolean frozen = QuarkusTransaction.requiringNew().call(() -> keys.isFrozen(lot));
        if (frozen) {
            return;
        }
        var roles = CanonicalJson.object()
                .put("what", what)
                .put("person", caller.subject().orElse("anonymous"))
                .put("at", Moments.format(clock.now()))
                .put("address", address);
        var names = roles.putArray("roles");
        new TreeSet<>(caller.roles()).forEach(names::add);
        QuarkusTransaction.requiringNew().run(() -> traces.add(key, Traces.Kind.LOOK, List.of(roles)));
        throw BiddingRefusal.SECRET.refused();
    }
}
