package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.ClarificationKind;
import cn.qifeng.evaluation.clarification.domain.ClarificationRefusal;
import cn.qifeng.evaluation.clarification.domain.Clarifications;
import cn.qifeng.evaluation.clarification.domain.Question;
import cn.qifeng.evaluation.clarification.domain.QuestionVote;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.rework.application.ReadReworks;
import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** A member proposes a question to a bidder, and the panel votes on asking it (提出澄清); each by a signed statement. */
@ApplicationScoped
public class AskBidder {

    private final RunningSessions running;
    private final ReadClarifications read;
    private final Clarifications clarifications;
    private final ClarificationSettings settings;
    private final ClarificationEntries entries;
    private final ReadReworks reworks;

    AskBidder(
            RunningSessions running,
            ReadClarifications read,
            Clarifications clarifications,
            ClarificationSettings settings,
            ClarificationEntries entries,
            ReadReworks reworks) {
        this.running = running;
        this.read = read;
        this.clarifications = clarifications;
        this.settings = settings;
        this.entries = entries;
        this.reworks = reworks;
    }

    /** The doc of a proposal, with its number and the correction worked out; the client adds {@code seen}. */
    @Transactional
    public ObjectNode proposalToSign(SessionId id, String person, Draft draft) {
        var session = running.read(id);
        RunningSessions.seated(session, person, Stage.SETTLING, Stage.REVIEWING);
        reworks.requireNone(id);
        return template(session, draft);
    }

    /** Takes a signed proposal. */
    @Transactional
    public Clarification propose(SessionId id, String person, JsonNode json) {
        var session = running.lock(id);
        var seat = RunningSessions.seated(session, person, Stage.SETTLING, Stage.REVIEWING);
        reworks.requireNone(id);
        var draft = Draft.of(Fields.of(Statement.from(json).doc()));
        var known = read.of(id);
        var question = question(session, draft, known);
        int number = next(id);
        var statement = SignedStatements.verified(
                json, ClarificationDocs.proposal(session, number, question), Set.of(), seat.member());
        var proposed = Clarification.proposed(
                number,
                question,
                statement.hashHex(),
                seat.member(),
                SignedStatements.text(statement),
                session.panel().size());
        clarifications.save(id.toString(), proposed);
        entries.proposed(session, statement);
        return proposed;
    }

    /** The doc of a vote; the client adds {@code vote} ({@code FOR}, {@code AGAINST}), {@code opinion}, {@code seen}. */
    @Transactional
    public ObjectNode voteToSign(SessionId id, String person, int number) {
        var session = running.read(id);
        RunningSessions.seated(session, person, Stage.SETTLING, Stage.REVIEWING);
        return ClarificationDocs.vote(session, read.find(id, number));
    }

    /** Takes a signed vote; a majority of all members sends the question to the supervisor's gate. */
    @Transactional
    public Clarification vote(SessionId id, String person, int number, JsonNode json) {
        var session = running.lock(id);
        var seat = RunningSessions.seated(session, person, Stage.SETTLING, Stage.REVIEWING);
        var clarification = read.find(id, number);
        var statement = SignedStatements.verified(
                json, ClarificationDocs.vote(session, clarification), Set.of("vote", "opinion"), seat.member());
        var fields = Fields.of(statement.doc());
        var voted = clarification.voted(new QuestionVote(
                seat.member(),
                inFavour(fields.text("vote")),
                fields.text("opinion"),
                SignedStatements.text(statement)));
        clarifications.save(id.toString(), voted);
        entries.voted(session, statement);
        return voted;
    }

    private ObjectNode template(EvaluationSession session, Draft draft) {
        var known = read.of(session.id());
        return ClarificationDocs.proposal(session, next(session.id()), question(session, draft, known));
    }

    /** Numbers go on behind those of a void evaluation, because bidders were told of them. */
    private int next(SessionId id) {
        return clarifications.proposed(id.toString()) + 1;
    }

    private Question question(EvaluationSession session, Draft draft, List<Clarification> known) {
        var bid = session.order()
                .bid(draft.bidId())
                .orElseThrow(() -> ClarificationRefusal.QUESTION_INCOMPLETE.with(
                        Facts.field("bidId", draft.bidId(), "a bid of this session")
                                .map()));
        var question = draft.question(
                settings.answerTime().checked(draft.minutes()), bid.price().orElseThrow());
        requireOpen(session, question.kind());
        if (question.kind() == ClarificationKind.ARITHMETIC) {
            known.stream()
                    .filter(it -> standsInTheWay(it, bid.bidId()))
                    .findFirst()
                    .ifPresent(it -> {
                        throw ClarificationRefusal.CORRECTION_STANDS.with(
                                Facts.field("clarification", it.number(), "none open or binding")
                                        .map());
                    });
        }
        return question;
    }

    private static void requireOpen(EvaluationSession session, ClarificationKind kind) {
        boolean price = kind == ClarificationKind.ARITHMETIC || kind == ClarificationKind.LOW_PRICE;
        if (price && session.stage() == Stage.SETTLING) {
            throw ClarificationRefusal.PRICE_SHUT.with(
                    Facts.field("kind", kind, "a question about no price").map());
        }
    }

    private static boolean standsInTheWay(Clarification other, String bidId) {
        return other.question().kind() == ClarificationKind.ARITHMETIC
                && other.question().bidId().equals(bidId)
                && (!other.state().ended() || other.binding().isPresent());
    }

    private static boolean inFavour(String vote) {
        if (!vote.equals("FOR") && !vote.equals("AGAINST")) {
            throw ClarificationRefusal.UNKNOWN_VOTE.with(
                    Facts.field("vote", vote, "FOR or AGAINST").map());
        }
        return vote.equals("FOR");
    }
}
