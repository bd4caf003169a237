package cn.qifeng.evaluation.information.application;

import cn.qifeng.evaluation.information.domain.InformationRequests;
import cn.qifeng.evaluation.panel.application.Hosts;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** What a person owes about questions to procuring entities, in all sessions that sit (我的征询待办). */
@ApplicationScoped
public class ReadInformationDuties {

    /** A panel may be completed while an answer is on its way. */
    private static final Stage[] SITTING = {
        Stage.DRAWING, Stage.CONVENING, Stage.SCORING, Stage.REVEALING, Stage.SETTLING, Stage.REVIEWING
    };

    private final RunningSessions running;
    private final InformationRequests requests;
    private final Hosts hosts;

    ReadInformationDuties(RunningSessions running, InformationRequests requests, Hosts hosts) {
        this.running = running;
        this.requests = requests;
        this.hosts = hosts;
    }

    /**
     * Duties of a person.
     *
     * @param acts whether it is logged in for a procuring entity or an agency
     */
    @Transactional
    public List<InformationDuty> of(String person, boolean acts, boolean supervises) {
        if (!acts && !supervises) {
            return List.of();
        }
        var all = running.in(SITTING).stream()
                .flatMap(session -> duties(session, person, acts, supervises))
                .toList();
        var answers = all.stream()
                .filter(it -> it.act() == InformationDuty.Act.ANSWER)
                .toList();
        var own = hosts.own(answers, InformationDuty::session, person);
        return all.stream()
                .filter(it -> it.act() != InformationDuty.Act.ANSWER || own.contains(it))
                .toList();
    }

    private Stream<InformationDuty> duties(EvaluationSession session, String person, boolean acts, boolean supervises) {
        boolean answers = acts && session.panel().of(person).isEmpty();
        return requests.of(session.id()).stream()
                .flatMap(
                        request -> InformationDuty.of(request, answers, supervises)
                                .map(act -> new InformationDuty(session, request, act))
                                .stream());
    }
}
