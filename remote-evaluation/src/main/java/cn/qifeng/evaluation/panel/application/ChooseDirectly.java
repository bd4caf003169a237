package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.expert.application.FindEligible;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.panel.domain.DirectChoice;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Chooses experts directly where the widest pool is empty (直接确定专家, 实施条例 §46): procuring entity or agency names
 * them, the supervisor approves or does not, and both signatures are in the chain.
 */
@ApplicationScoped
public class ChooseDirectly {

    private static final int REASON_MAX = 500;

    private final RunningSessions running;
    private final Hosts hosts;
    private final FindEligible pool;
    private final ReadySeats readySeats;
    private final RecordCalls recordCalls;
    private final CallEntries entries;
    private final DrawSettings settings;
    private final LegalClock clock;

    ChooseDirectly(
            RunningSessions running,
            Hosts hosts,
            FindEligible pool,
            ReadySeats readySeats,
            RecordCalls recordCalls,
            CallEntries entries,
            DrawSettings settings,
            LegalClock clock) {
        this.running = running;
        this.hosts = hosts;
        this.pool = pool;
        this.readySeats = readySeats;
        this.recordCalls = recordCalls;
        this.entries = entries;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sessions of the caller's organisation in which experts can only be chosen directly. */
    @Transactional
    public List<EvaluationSession> of(String person) {
        var waiting = running.in(Stage.DRAWING).stream()
                .filter(it -> it.ceremony().course().exhausted())
                .toList();
        return hosts.own(waiting, Function.identity(), person);
    }

    /** The request to sign, without {@code experts}, {@code reason} and {@code seen}. */
    @Transactional
    public ObjectNode requestToSign(SessionId id, String person) {
        return request(hosts.require(running.read(id), person));
    }

    /** Takes the signed request. */
    @Transactional
    public EvaluationSession request(SessionId id, String person, String certificate, JsonNode json) {
        var session = hosts.require(running.lock(id), person);
        var statement = SignedStatements.verified(json, request(session), Set.of("experts", "reason"), certificate);
        var reason = reason(statement);
        var seats = named(session, statement.doc().path("experts"));
        var choice = new DirectChoice(
                SignedStatements.text(statement),
                seats.stream().map(Seat::number).toList(),
                reason,
                person,
                clock.now());
        var asked = session.choosing(choice);
        running.save(asked);
        return asked;
    }

    /** The decision to sign, without {@code approved}, {@code reason} and {@code seen}. */
    @Transactional
    public ObjectNode decisionToSign(SessionId id) {
        return decision(running.read(id));
    }

    /** Takes the supervisor's signed decision; approved, the experts are called like those who were drawn. */
    @Transactional
    public EvaluationSession decide(SessionId id, String certificate, JsonNode json) {
        var session = running.lock(id);
        var statement = SignedStatements.bySupervisor(
                json, session, decision(session), Set.of("approved", "reason"), certificate);
        boolean approved = Fields.of(statement.doc()).bool("approved");
        reason(statement);
        var choice = choice(session);
        var request = Statement.from(CanonicalJson.decode(choice.statement().getBytes(StandardCharsets.UTF_8)));
        if (request.verify().certificateId().equals(certificate)) {
            throw PanelRefusal.BAD_SIGNATURE.with(Facts.field("sig", certificate, "somebody else than who asked")
                    .map());
        }
        var decided = approved
                ? session.chosen(named(session, request.doc().path("experts")), UUID.randomUUID())
                : session.notChosen();
        running.save(decided);
        entries.chosen(session, request, statement, choice.numbers());
        recordCalls.changed(session, decided);
        return decided;
    }

    private List<Seat> named(EvaluationSession session, JsonNode experts) {
        var chosen = new ArrayList<Expert>();
        for (JsonNode line : experts) {
            var fields = Fields.of(line).exactly("number", "name");
            var expert = pool.byNumber(fields.text("number"))
                    .filter(it -> it.name().equals(fields.text("name")))
                    .orElseThrow(() -> bad(fields.text("number"), "number and name of one expert"));
            if (chosen.contains(expert)) {
                throw bad(expert.number(), "nobody twice");
            }
            chosen.add(expert);
        }
        free(session, chosen);
        return readySeats.of(session.order(), chosen);
    }

    /** Nobody who has a ground of recusal, was asked before, or would be one too many of its employer. */
    private void free(EvaluationSession session, List<Expert> chosen) {
        var recused = pool.among(session.order().units(), Set.of(), Set.of()).recused();
        var sitting = new ArrayList<>(session.panel().occupied());
        for (Expert expert : chosen) {
            if (recused.containsKey(expert.number())) {
                throw bad(expert.number(), "no ground of recusal");
            }
            if (session.panel().seats().stream().anyMatch(it -> it.number().equals(expert.number()))) {
                throw bad(expert.number(), "nobody who was drawn or asked before");
            }
            var seat = readySeats.of(session.order(), List.of(expert)).get(0);
            settings.rules().ground(seat, sitting).ifPresent(ground -> {
                throw bad(expert.number(), "not " + ground);
            });
            sitting.add(seat);
        }
    }

    private static Refused bad(String number, String expected) {
        return PanelRefusal.BAD_CHOICE.with(
                Facts.field("experts", number, expected).map());
    }

    private static String reason(Statement statement) {
        var reason = Fields.of(statement.doc()).text("reason");
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw PanelRefusal.REASON_NEEDED.with(Facts.field("reason", reason, "1 to " + REASON_MAX + " characters")
                    .map());
        }
        return reason;
    }

    private static ObjectNode request(EvaluationSession session) {
        return doc(session, "direct-choice").put("seats", session.missing());
    }

    private static ObjectNode decision(EvaluationSession session) {
        return doc(session, "direct-choice-decision")
                .put("request", Sm3.hex(choice(session).statement().getBytes(StandardCharsets.UTF_8)));
    }

    private static DirectChoice choice(EvaluationSession session) {
        return session.ceremony()
                .course()
                .choice()
                .orElseThrow(() -> PanelRefusal.NO_DIRECT_CHOICE.with(
                        Facts.of("session", session.id()).map()));
    }

    private static ObjectNode doc(EvaluationSession session, String type) {
        return CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("tender", session.order().tender().toString())
                .put("session", session.id().toString());
    }
}
