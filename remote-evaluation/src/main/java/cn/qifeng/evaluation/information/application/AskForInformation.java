package cn.qifeng.evaluation.information.application;

import cn.qifeng.evaluation.hall.domain.Participant;
import cn.qifeng.evaluation.information.domain.InformationQuestion;
import cn.qifeng.evaluation.information.domain.InformationRefusal;
import cn.qifeng.evaluation.information.domain.InformationRequest;
import cn.qifeng.evaluation.information.domain.InformationRequests;
import cn.qifeng.evaluation.information.domain.NamedBidders;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/** A member asks procuring entity and agency for what the evaluation needs, by a signed statement (信息征询, 实施条例 §48). */
@ApplicationScoped
public class AskForInformation {

    /** From the locked seats until the scores stand: what comes later serves no evaluation. */
    private static final Stage[] SITTING = {Stage.SCORING, Stage.REVEALING, Stage.SETTLING, Stage.REVIEWING};

    private final RunningSessions running;
    private final InformationRequests requests;
    private final InformationSettings settings;
    private final InformationEntries entries;

    AskForInformation(
            RunningSessions running,
            InformationRequests requests,
            InformationSettings settings,
            InformationEntries entries) {
        this.running = running;
        this.requests = requests;
        this.settings = settings;
        this.entries = entries;
    }

    /** The doc of a question, with its number and the minutes; the client adds {@code seen}. */
    @Transactional
    public ObjectNode toSign(SessionId id, String person, InformationDraft draft) {
        var session = running.read(id);
        var seat = RunningSessions.seated(session, person, SITTING);
        return InformationDocs.question(session, next(id), question(session, seat, draft));
    }

    /** Takes the signed question, which goes to the supervisor's gate; refuses one that names a bidder or its author. */
    @Transactional
    public InformationRequest ask(SessionId id, String person, JsonNode json) {
        var session = running.lock(id);
        var seat = RunningSessions.seated(session, person, SITTING);
        var doc = Fields.of(Statement.from(json).doc());
        var question = question(session, seat, new InformationDraft(doc.text("place"), doc.text("question")));
        int number = next(id);
        var statement = SignedStatements.verified(
                json, InformationDocs.question(session, number, question), Set.of(), seat.member());
        var asked = InformationRequest.asked(
                number,
                question,
                statement.hashHex(),
                seat.member(),
                Participant.label(session, seat),
                SignedStatements.text(statement));
        requests.add(id, asked);
        entries.asked(session, statement);
        return asked;
    }

    private InformationQuestion question(EvaluationSession session, Seat seat, InformationDraft draft) {
        var question = new InformationQuestion(draft.place(), draft.question(), settings.minutes());
        var texts = new String[] {question.place(), question.text()};
        if (NamedBidders.of(session.order()).in(texts)
                || NamedBidders.of(seat.name()).in(texts)) {
            throw InformationRefusal.NAMES_SOMEBODY.at("question", question.text(), "neither a bidder nor who asks");
        }
        return question;
    }

    /** Numbers go on through panels and reviews of a session. */
    private int next(SessionId id) {
        return requests.of(id).size() + 1;
    }
}
