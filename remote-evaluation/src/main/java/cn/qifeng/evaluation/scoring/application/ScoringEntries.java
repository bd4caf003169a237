package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.BlindSetting.Breach;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.SheetKind;
import cn.qifeng.evaluation.scoring.domain.Competition;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.RejectionVote;
import cn.qifeng.evaluation.scoring.domain.ReviewedRanking;
import cn.qifeng.evaluation.scoring.domain.TotalLine;
import cn.qifeng.evaluation.scoring.domain.Totals;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes the entries of scoring (docs/evidence.md sections 9 and 10). */
@ApplicationScoped
class ScoringEntries {

    private final Evidence evidence;
    private final Outbox outbox;

    ScoringEntries(Evidence evidence, Outbox outbox) {
        this.evidence = evidence;
        this.outbox = outbox;
    }

    void committed(EvaluationSession session, Statement statement) {
        statement(session, screening(session) ? "evaluation/screening-committed" : "evaluation/committed", statement);
    }

    void revealed(EvaluationSession session, Statement statement) {
        statement(session, revealedType(session), statement);
    }

    void shared(EvaluationSession session, Statement statement) {
        statement(session, "evaluation/shared", statement);
    }

    /** A sheet that the set opened in its member's place. */
    void opened(EvaluationSession session, String member, ObjectNode content) {
        var body = sheet(session, member).put("nonce", content.path("nonce").asText());
        body.set("sheet", content.path("sheet"));
        evidence.record(session.order().tender(), revealedType(session), body);
    }

    /** All technical sheets are open, and the members learn whose they were: from now on these sheets stand. */
    void namesOpen(EvaluationSession session) {
        var body =
                CanonicalJson.object().put("session", session.id().toString()).put("version", session.round());
        evidence.record(session.order().tender(), "evaluation/names-open", body);
    }

    /** What the preliminary review came to, behind its votes. */
    void screened(EvaluationSession session, Set<String> out, Optional<Competition> competition) {
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("version", session.screening().round())
                .put("labelSeed", session.ceremony().labelSeed())
                .put("competition", competition.map(it -> it.choice().name()).orElse(null));
        var passed = body.putArray("passed");
        var rejected = body.putArray("rejected");
        session.order().evaluated().stream()
                .map(OpenedBid::bidId)
                .forEach(bid -> (out.contains(bid) ? rejected : passed).add(bid));
        evidence.record(session.order().tender(), "evaluation/screened", body);
    }

    private static String revealedType(EvaluationSession session) {
        return screening(session) ? "evaluation/screening-revealed" : "evaluation/revealed";
    }

    private static boolean screening(EvaluationSession session) {
        return session.sheets() == SheetKind.SCREENING;
    }

    /** A sheet that does not match its commitment counts as none. */
    void voided(EvaluationSession session, String member) {
        evidence.record(
                session.order().tender(),
                "evaluation/void",
                sheet(session, member).put("reason", "sheet-differs"));
    }

    private static ObjectNode sheet(EvaluationSession session, String member) {
        return CanonicalJson.object()
                .put("session", session.id().toString())
                .put("version", session.round())
                .put("member", member);
    }

    /** Asks for a witnessed head over all commitments, behind their entries. */
    void requestHead(EvaluationSession session) {
        outbox.send(Services.TRADING_CORE, "/internal/heads", tender(session), CanonicalJson.object());
    }

    /**
     * The votes one by one, which the public does not see, and then what they came to, which it does. A breach of the
     * blind rules that does not lead to a rejection is a ruling of its own kind.
     */
    void rejected(EvaluationSession session, Rejection rejection) {
        rejection.ordered().forEach(vote -> voted(session, vote));
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("bidId", rejection.bidId())
                .put("code", rejection.code().name())
                .put("reason", rejection.reason())
                .put("page", rejection.page())
                .put("basis", rejection.basis().name())
                .put("clarification", rejection.clarification().orElse(null))
                .put("for", rejection.inFavour())
                .put("against", rejection.against())
                .put("carried", rejection.carried());
        if (rejection.effect() != Breach.REJECT) {
            body.put("effect", rejection.effect().name());
        }
        var type = rejection.effect() == Breach.REJECT ? "evaluation/rejected" : "evaluation/blind-ruling";
        evidence.record(session.order().tender(), type, body);
    }

    private void voted(EvaluationSession session, RejectionVote vote) {
        var body = CanonicalJson.object();
        body.set("statement", json(vote.statement()));
        evidence.record(session.order().tender(), "evaluation/vote", body);
    }

    void scored(EvaluationSession session, Totals totals) {
        evidence.record(session.order().tender(), "evaluation/scored", scoredBody(session, totals));
    }

    void reviewed(EvaluationSession session, ReviewedRanking ranking) {
        evidence.record(session.order().tender(), "evaluation/scored", ReviewSteps.entry(session, ranking));
    }

    static ObjectNode scoredBody(EvaluationSession session, Totals totals) {
        var method = session.order().method();
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("labelSeed", session.ceremony().labelSeed())
                .put("basePriceFen", totals.base().value());
        body.set("method", json(method.published()));
        var input = body.putObject("input").put("k", method.k());
        totals.parts()
                .ifPresent(parts -> input.put("delta", method.delta())
                        .put("drawn", parts.b().bidId()));
        var prices = input.putArray("prices");
        var counted = input.putArray("counted");
        totals.lines().forEach(it -> {
            prices.addObject()
                    .put("bidId", it.bidId())
                    .put("priceFen", it.price().value());
            if (it.counted()) {
                counted.add(it.bidId());
            }
        });
        scores(body.putArray("prices"), totals, TotalLine::priceScore);
        scores(body.putArray("technical"), totals, TotalLine::technicalScore);
        scores(body.putArray("totals"), totals, TotalLine::total);
        return body;
    }

    private static void scores(ArrayNode list, Totals totals, Function<TotalLine, BigDecimal> score) {
        totals.lines()
                .forEach(it -> list.addObject()
                        .put("bidId", it.bidId())
                        .put(
                                "score",
                                score.apply(it)
                                        .setScale(2, RoundingMode.UNNECESSARY)
                                        .toPlainString()));
    }

    private void statement(EvaluationSession session, String type, Statement statement) {
        var body = CanonicalJson.object();
        body.set("statement", statement.toJson());
        evidence.record(session.order().tender(), type, body);
    }

    private static ObjectNode json(String canonical) {
        return CanonicalJson.decode(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private static String tender(EvaluationSession session) {
        return session.order().tender().toString();
    }
}
