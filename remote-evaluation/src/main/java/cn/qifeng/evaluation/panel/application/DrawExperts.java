package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.expert.application.FindEligible;
import cn.qifeng.evaluation.expert.application.LinkAccounts;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.library.domain.PoolReply;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.ExpertCode;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatKind;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Sessions;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.panel.domain.StepTaken;
import cn.qifeng.evaluation.panel.domain.TradingCore;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Draws experts (抽取专家): the pool is everyone without a ground of recusal, by codes that tell nobody whose they are;
 * the draw itself is the replayable one of trading-core, between the members of the session's key set. Where the pool
 * is too small it is widened step by step, each step an entry.
 */
@ApplicationScoped
class DrawExperts {

    private static final int SEED_BYTES = 32;

    private final Sessions sessions;
    private final TradingCore core;
    private final FindEligible findEligible;
    private final LinkAccounts linkAccounts;
    private final Outbox outbox;
    private final CallEntries entries;
    private final RecordCalls calls;
    private final DrawPlans plans;
    private final LibraryPools libraryPools;
    private final ReadySeats readySeats;
    private final DrawSettings settings;
    private final LegalClock clock;
    private final SecureRandom random = new SecureRandom();

    DrawExperts(
            Sessions sessions,
            TradingCore core,
            FindEligible findEligible,
            LinkAccounts linkAccounts,
            Outbox outbox,
            CallEntries entries,
            RecordCalls calls,
            DrawPlans plans,
            LibraryPools libraryPools,
            ReadySeats readySeats,
            DrawSettings settings,
            LegalClock clock) {
        this.sessions = sessions;
        this.core = core;
        this.findEligible = findEligible;
        this.linkAccounts = linkAccounts;
        this.outbox = outbox;
        this.entries = entries;
        this.calls = calls;
        this.plans = plans;
        this.libraryPools = libraryPools;
        this.readySeats = readySeats;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks at the pool when it is time, and calls the picked once the draw has a result. */
    void advance(EvaluationSession session) {
        if (!session.ceremony().pool().isEmpty()) {
            core.picked(session.ceremony().draw())
                    .ifPresent(picked -> QuarkusTransaction.requiringNew().run(() -> seat(session.id(), picked)));
        } else if (session.ceremony().course().exhausted() || !plans.due(session)) {
            return;
        } else if (session.order().panel().library().isPresent()) {
            libraryPools
                    .ask(session)
                    .ifPresent(reply -> QuarkusTransaction.requiringNew().run(() -> take(session, reply)));
        } else {
            linkAccounts.run();
            QuarkusTransaction.requiringNew().run(() -> request(session.id()));
        }
    }

    private void request(SessionId id) {
        var session = sessions.lock(id).orElseThrow();
        var seed = session.ceremony().course().seed().orElseGet(this::seed);
        while (session.stage() == Stage.DRAWING
                && session.ceremony().pool().isEmpty()
                && !session.ceremony().course().exhausted()) {
            session = look(session, seed, pool(session, seed));
        }
        sessions.save(session);
    }

    /** What the library could be drawn from; nothing where the session went on in between. */
    private void take(EvaluationSession asked, PoolReply reply) {
        var session = sessions.lock(asked.id()).orElseThrow();
        if (session.stage() != Stage.DRAWING || !session.ceremony().equals(asked.ceremony())) {
            return;
        }
        var seed = session.ceremony().course().seed().orElseGet(this::seed);
        libraryPools.keep(session, reply);
        sessions.save(look(session, seed, coded(session, seed, reply.codes())));
    }

    /** One look at the pool: opens the draw where enough are left, or as many as the widest pool has. */
    private EvaluationSession look(EvaluationSession session, String seed, List<String> pool) {
        var asked = plans.of(session).asked();
        var step = session.ceremony().course().step();
        var next = step.after(asked);
        int needed = session.missing();
        boolean draws = pool.size() >= needed || next.isEmpty() && !pool.isEmpty();
        var look = new StepTaken(
                step,
                step.of(asked),
                pool.size(),
                needed,
                draws ? Optional.of(session.ceremony().draw()) : Optional.empty(),
                clock.now());
        var looked = session.looked(seed, look, pool, next);
        entries.looked(looked, look);
        if (draws) {
            int picks = Math.min(settings.picksPerSeat() * needed, pool.size());
            outbox.send(
                    Services.TRADING_CORE,
                    "/internal/draws",
                    session.order().tender().toString(),
                    draw(looked, pool, picks));
        }
        return looked;
    }

    private List<String> pool(EvaluationSession session, String seed) {
        var scope = session.ceremony().course().step().of(plans.of(session).asked());
        var known = session.panel().seats().stream().map(Seat::number).collect(Collectors.toSet());
        var free =
                findEligible.among(session.order().units(), scope.specialtySet(), scope.regionSet()).eligible().stream()
                        .map(Expert::number)
                        .filter(it -> !known.contains(it))
                        .toList();
        return coded(session, seed, free);
    }

    private static List<String> coded(EvaluationSession session, String seed, List<String> numbers) {
        return numbers.stream()
                .map(it -> ExpertCode.of(session.id(), seed, it))
                .sorted()
                .toList();
    }

    private String seed() {
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return Hex.encode(seed);
    }

    private static ObjectNode draw(EvaluationSession session, List<String> pool, int picks) {
        var body = CanonicalJson.object()
                .put("id", session.ceremony().draw().toString())
                .put("tender", session.order().tender().toString())
                .put("purpose", "EXPERTS")
                .put("picks", picks)
                .put("set", session.ceremony().set().orElseThrow());
        var codes = body.putArray("pool");
        pool.forEach(codes::add);
        var parties = body.putArray("parties");
        session.order().trustees().forEach(it -> parties.add(it.certificateId()));
        return body;
    }

    private void seat(SessionId id, List<Integer> picked) {
        var session = sessions.lock(id).orElseThrow();
        if (session.stage() != Stage.DRAWING || session.ceremony().pool().isEmpty()) {
            return;
        }
        var pool = session.ceremony().pool();
        var seats = new ArrayList<Seat>();
        if (session.panel().seats().isEmpty()) {
            seats.addAll(tendererSeats(session));
        }
        seats.addAll(drawn(session, picked.stream().map(pool::get).toList()));
        var after = session.drawn(seats, settings.rules(), UUID.randomUUID());
        sessions.save(after);
        calls.changed(session, after);
    }

    private List<Seat> drawn(EvaluationSession session, List<String> codes) {
        if (session.order().panel().library().isPresent()) {
            return libraryPools.seats(session, codes);
        }
        var byCode = byCode(session);
        return readySeats.of(session.order(), codes.stream().map(byCode::get).toList());
    }

    private Map<String, Expert> byCode(EvaluationSession session) {
        var seed = session.ceremony().course().seed().orElseThrow();
        return findEligible.byNumber().values().stream()
                .collect(Collectors.toMap(it -> ExpertCode.of(session.id(), seed, it.number()), it -> it));
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
