package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.expert.application.FindEligible;
import cn.qifeng.evaluation.expert.application.LinkAccounts;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatKind;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Sessions;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.panel.domain.TradingCore;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws experts (抽取专家): the pool is everyone without a ground of recusal, in the order of their numbers; the draw
 * itself is the replayable one of trading-core, between the members of the session's key set.
 */
@ApplicationScoped
class DrawExperts {

    private final Sessions sessions;
    private final TradingCore core;
    private final FindEligible findEligible;
    private final LinkAccounts linkAccounts;
    private final Outbox outbox;
    private final PanelEntries entries;

    DrawExperts(
            Sessions sessions,
            TradingCore core,
            FindEligible findEligible,
            LinkAccounts linkAccounts,
            Outbox outbox,
            PanelEntries entries) {
        this.sessions = sessions;
        this.core = core;
        this.findEligible = findEligible;
        this.linkAccounts = linkAccounts;
        this.outbox = outbox;
        this.entries = entries;
    }

    /** Opens the draw if it is not open yet, and seats the picked once it has a result. */
    void advance(EvaluationSession session) {
        if (session.ceremony().pool().isEmpty()) {
            linkAccounts.run();
            QuarkusTransaction.requiringNew().run(() -> request(session.id()));
        } else {
            core.picked(session.ceremony().draw())
                    .ifPresent(picked -> QuarkusTransaction.requiringNew().run(() -> seat(session.id(), picked)));
        }
    }

    private void request(SessionId id) {
        var session = sessions.lock(id).orElseThrow();
        if (session.stage() != Stage.DRAWING || !session.ceremony().pool().isEmpty()) {
            return;
        }
        var order = session.order();
        var known = session.panel().seats().stream().map(Seat::number).collect(Collectors.toSet());
        var pool = findEligible.among(order.units(), order.specialties()).eligible().stream()
                .map(it -> it.number())
                .filter(it -> !known.contains(it))
                .toList();
        int seats = order.panel().expertSeats() - experts(session);
        if (pool.size() < seats) {
            throw PanelRefusal.POOL_TOO_SMALL.with(
                    Facts.field("pool", pool.size(), seats).and("session", id).map());
        }
        sessions.save(session.drawing(pool));
        int picks = Math.min(2 * seats, pool.size());
        outbox.send(Services.TRADING_CORE, "/internal/draws", order.tender().toString(), draw(session, pool, picks));
    }

    private static int experts(EvaluationSession session) {
        return (int) session.panel().occupied().stream()
                .filter(it -> it.kind() == SeatKind.EXPERT)
                .count();
    }

    private static ObjectNode draw(EvaluationSession session, List<String> pool, int picks) {
        var body = CanonicalJson.object()
                .put("id", session.ceremony().draw().toString())
                .put("tender", session.order().tender().toString())
                .put("purpose", "EXPERTS")
                .put("picks", picks)
                .put("set", session.ceremony().set().orElseThrow());
        var numbers = body.putArray("pool");
        pool.forEach(numbers::add);
        var parties = body.putArray("parties");
        session.order().trustees().forEach(it -> parties.add(it.certificateId()));
        return body;
    }

    private void seat(SessionId id, List<Integer> picked) {
        var session = sessions.lock(id).orElseThrow();
        if (session.stage() != Stage.DRAWING) {
            return;
        }
        var pool = session.ceremony().pool();
        var experts = findEligible.byNumber();
        var seats = new ArrayList<Seat>();
        if (session.panel().seats().isEmpty()) {
            seats.addAll(tendererSeats(session));
        }
        picked.forEach(index -> {
            var expert = experts.get(pool.get(index));
            var account = expert.account().orElseThrow();
            seats.add(new Seat(
                    expert.number(),
                    account.person(),
                    account.certificateId(),
                    account.name(),
                    SeatKind.EXPERT,
                    SeatState.RESERVE,
                    ""));
        });
        var drawn = session.drawn(seats);
        sessions.save(drawn);
        entries.panel(drawn);
    }

    private static List<Seat> tendererSeats(EvaluationSession session) {
        var seats = new ArrayList<Seat>();
        for (var member : session.order().tendererMembers()) {
            seats.add(new Seat(
                    "T" + (seats.size() + 1),
                    member.personId(),
                    member.certificateId(),
                    member.name(),
                    SeatKind.TENDERER,
                    SeatState.RESERVE,
                    ""));
        }
        return seats;
    }
}
