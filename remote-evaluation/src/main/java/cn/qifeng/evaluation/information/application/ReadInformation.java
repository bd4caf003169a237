package cn.qifeng.evaluation.information.application;

import cn.qifeng.evaluation.information.domain.InformationRefusal;
import cn.qifeng.evaluation.information.domain.InformationRequest;
import cn.qifeng.evaluation.information.domain.InformationRequests;
import cn.qifeng.evaluation.panel.application.Hosts;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Questions to the procuring entity for those who may see them, and for review and report (查询信息征询). */
@ApplicationScoped
public class ReadInformation {

    private static final Stage[] OPEN = {
        Stage.SCORING, Stage.REVEALING, Stage.SETTLING, Stage.REVIEWING, Stage.REPORTING, Stage.CONCLUDED
    };

    private final RunningSessions running;
    private final InformationRequests requests;
    private final Hosts hosts;

    ReadInformation(RunningSessions running, InformationRequests requests, Hosts hosts) {
        this.running = running;
        this.requests = requests;
        this.hosts = hosts;
    }

    /** All of a session, by number. */
    @Transactional
    public List<InformationRequest> of(SessionId id) {
        return requests.of(id);
    }

    /** Those that were released, and the member's own; so every member sees the same question when it has passed. */
    @Transactional
    public List<InformationRequest> forMember(SessionId id, String person) {
        var seat = RunningSessions.seated(running.read(id), person, OPEN);
        return of(id).stream()
                .filter(it -> it.deadline().isPresent() || it.member().equals(seat.member()))
                .toList();
    }

    /** What reached procuring entity and agency; refuses with {@code information/not-found} what did not. */
    @Transactional
    public InformationRequest forHost(SessionId id, int number, String person) {
        host(running.read(id), person);
        return released(id, number);
    }

    /** Refuses while something is still to happen on one of a session's questions. */
    @Transactional
    public void requireEnded(SessionId id) {
        var open = of(id).stream()
                .filter(it -> !it.state().ended())
                .map(InformationRequest::number)
                .toList();
        if (!open.isEmpty()) {
            throw InformationRefusal.OUTSTANDING.at("information", open, "none open");
        }
    }

    /** The session, for its procuring entity or agency, and for nobody who was called to its panel. */
    EvaluationSession host(EvaluationSession session, String person) {
        hosts.require(session, person);
        if (session.panel().of(person).isPresent()) {
            throw InformationRefusal.ON_THE_PANEL.at("person", "called to the panel", "not called to it");
        }
        return session;
    }

    /** One of a session that was released. */
    InformationRequest released(SessionId id, int number) {
        var found = find(id, number);
        if (found.deadline().isEmpty()) {
            throw unknown(number);
        }
        return found;
    }

    /** One of a session by number; refuses with {@code information/not-found}. */
    InformationRequest find(SessionId id, int number) {
        return of(id).stream().filter(it -> it.number() == number).findFirst().orElseThrow(() -> unknown(number));
    }

    private static Refused unknown(int number) {
        return InformationRefusal.NO_SUCH_REQUEST.at("information", number, "a question that was released");
    }
}
