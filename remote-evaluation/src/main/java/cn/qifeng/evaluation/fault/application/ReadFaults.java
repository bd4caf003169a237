package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.fault.domain.Fault;
import cn.qifeng.evaluation.fault.domain.FaultRules;
import cn.qifeng.evaluation.fault.domain.Faults;
import cn.qifeng.evaluation.panel.application.Hosts;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Shows the faults of a session, its sites, and which faults wait for a decision (故障查看). */
@ApplicationScoped
public class ReadFaults {

    private final RunningSessions running;
    private final Faults faults;
    private final SiteSigns signs;
    private final Hosts hosts;
    private final FaultSettings settings;
    private final LegalClock clock;

    ReadFaults(
            RunningSessions running,
            Faults faults,
            SiteSigns signs,
            Hosts hosts,
            FaultSettings settings,
            LegalClock clock) {
        this.running = running;
        this.faults = faults;
        this.signs = signs;
        this.hosts = hosts;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is shown.
     *
     * @param sites sites with what the platform sees of them; empty for those who only decide or wait
     */
    public record View(
            EvaluationSession session, Instant now, FaultRules rules, List<Affected> sites, List<Fault> faults) {

        /** Whether another fault can be reported now. */
        public boolean reportable() {
            return ReportFault.STAGES.contains(session.stage())
                    && faults.stream().noneMatch(it -> it.pending(now) || it.stops(now));
        }
    }

    /** A fault that waits for the decision of the caller's organisation. */
    public record Waiting(EvaluationSession session, Fault fault) {}

    /** For main site and supervisor. */
    @Transactional
    public View whole(SessionId id, String person) {
        var now = clock.now();
        return new View(running.read(id), now, settings.rules(), signs.of(id, person, now), faults.of(id));
    }

    /** For members, and procuring entity and agency; nobody else learns that there is such a session. */
    @Transactional
    public View own(SessionId id, String person) {
        var session = running.read(id);
        boolean member =
                session.panel().of(person).filter(it -> it.state().arrived()).isPresent();
        if (!member) {
            hosts.require(session, person);
        }
        return new View(session, clock.now(), settings.rules(), List.of(), faults.of(id));
    }

    /** For a site that lends seats: its own, and nothing of whose evaluation it is. */
    @Transactional
    public View ofSite(SessionId id, String site, String person) {
        var now = clock.now();
        return new View(
                running.read(id),
                now,
                settings.rules(),
                List.of(signs.at(id, site, person, now)),
                faults.of(id).stream().filter(it -> it.site().equals(site)).toList());
    }

    /** Faults about which the caller's organisation has to decide now. */
    @Transactional
    public List<Waiting> mine(String person) {
        var now = clock.now();
        var waiting = running.all().stream()
                .filter(it -> !it.stage().isFrom(Stage.CONCLUDED))
                .flatMap(session -> faults.of(session.id()).stream()
                        .filter(it -> !it.choices(now).isEmpty())
                        .map(it -> new Waiting(session, it)))
                .toList();
        return hosts.own(waiting, Waiting::session, person);
    }
}
