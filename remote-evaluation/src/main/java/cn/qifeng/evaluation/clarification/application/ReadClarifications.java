package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.domain.AnswerFile;
import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.ClarificationRefusal;
import cn.qifeng.evaluation.clarification.domain.ClarificationState;
import cn.qifeng.evaluation.clarification.domain.Clarifications;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clarifications for those who may see them, and for scoring and report (查询澄清). */
@ApplicationScoped
public class ReadClarifications {

    private static final Stage[] OPEN = {Stage.SETTLING, Stage.REVIEWING, Stage.REPORTING, Stage.CONCLUDED};

    private final RunningSessions running;
    private final Clarifications clarifications;

    ReadClarifications(RunningSessions running, Clarifications clarifications) {
        this.running = running;
        this.clarifications = clarifications;
    }

    /** All of a session, by number. */
    @Transactional
    public List<Clarification> of(SessionId id) {
        return clarifications.of(id.toString());
    }

    /** All, for a member of the panel, from the review on. */
    @Transactional
    public List<Clarification> forMember(SessionId id, String person) {
        RunningSessions.seated(running.read(id), person, OPEN);
        return of(id);
    }

    /** Those that the panel sent to the gate, for a supervisor. */
    @Transactional
    public List<Clarification> forSupervisor(SessionId id) {
        running.read(id).require(OPEN);
        return of(id).stream().filter(ReadClarifications::sent).toList();
    }

    /** What reached this bidder; refuses with {@code clarification/not-found} what did not. */
    @Transactional
    public Clarification forBidder(SessionId id, int number, String party) {
        ownBid(running.read(id), party);
        return asked(id, number, party);
    }

    /** Prices that a confirmed correction binds, by bid (修正后报价). */
    @Transactional
    public Map<String, Fen> corrected(SessionId id) {
        var prices = new HashMap<String, Fen>();
        of(id).forEach(it ->
                it.binding().ifPresent(price -> prices.put(it.question().bidId(), price)));
        return prices;
    }

    /** Numbers of those on which something is still to happen. */
    @Transactional
    public List<Integer> open(SessionId id) {
        return of(id).stream()
                .filter(it -> !it.state().ended())
                .map(Clarification::number)
                .toList();
    }

    /** A file of an answer, for a member. */
    @Transactional
    public byte[] fileForMember(SessionId id, String person, int number, String sm3) {
        RunningSessions.seated(running.read(id), person, OPEN);
        return clarifications
                .file(id.toString(), number, sm3)
                .orElseThrow(() -> ClarificationRefusal.NO_SUCH_FILE.with(
                        Facts.of("sm3", sm3).map()));
    }

    /** Files that a bidder handed in so far. */
    @Transactional
    public List<AnswerFile> files(SessionId id, int number) {
        return clarifications.files(id.toString(), number);
    }

    /** One of a session by number; refuses with {@code clarification/not-found}. */
    Clarification find(SessionId id, int number) {
        return of(id).stream().filter(it -> it.number() == number).findFirst().orElseThrow(() -> unknown(number));
    }

    /** The same for the bidder whom it reached; whoever was not asked has nothing to say (实施条例 §52). */
    Clarification asked(SessionId id, int number, String party) {
        var own = ownBid(running.read(id), party).bidId();
        return of(id).stream()
                .filter(it -> it.number() == number)
                .filter(it -> it.question().bidId().equals(own) && reached(it))
                .findFirst()
                .orElseThrow(() -> ClarificationRefusal.NOT_ASKED.with(
                        Facts.field("clarification", number, "a question that was released")
                                .map()));
    }

    /** The bid of a party in a session; others may not even know of the session's questions. */
    static OpenedBid ownBid(EvaluationSession session, String party) {
        return session.order().evaluated().stream()
                .filter(it -> it.party().equals(Optional.of(party)))
                .findFirst()
                .orElseThrow(() -> unknown(0));
    }

    static boolean reached(Clarification clarification) {
        return clarification.deadline().isPresent();
    }

    private static boolean sent(Clarification clarification) {
        return clarification.state() == ClarificationState.AT_GATE
                || clarification.gate().isPresent();
    }

    private static Refused unknown(int number) {
        return ClarificationRefusal.NO_SUCH_CLARIFICATION.with(
                Facts.of("clarification", number).map());
    }
}
