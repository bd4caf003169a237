package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.fault.domain.Fault;
import cn.qifeng.evaluation.fault.domain.FaultAct;
import cn.qifeng.evaluation.fault.domain.FaultPhase;
import cn.qifeng.evaluation.fault.domain.FaultRefusal;
import cn.qifeng.evaluation.fault.domain.Faults;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/** A site, the main site or the supervisor reports a fault, and tells that it is over (报告故障、排除故障). */
@ApplicationScoped
public class ReportFault {

    private final RunningSessions running;
    private final Faults faults;
    private final SiteSigns signs;
    private final FaultEntries entries;
    private final FaultSettings settings;
    private final LegalClock clock;

    ReportFault(
            RunningSessions running,
            Faults faults,
            SiteSigns signs,
            FaultEntries entries,
            FaultSettings settings,
            LegalClock clock) {
        this.running = running;
        this.faults = faults;
        this.signs = signs;
        this.entries = entries;
        this.settings = settings;
        this.clock = clock;
    }

    /** Stages in which an evaluation can have a fault: from the draw of its experts to its report. */
    static final Set<Stage> STAGES = EnumSet.range(Stage.DRAWING, Stage.REPORTING);

    /**
     * Who acts.
     *
     * @param role {@code centre}, {@code sub-site} or {@code supervisor}
     */
    public record Reporter(String person, String role) {}

    /** Reports one; refuses while another is pending, and where the session takes place at no seat of the site. */
    @Transactional
    public Fault report(SessionId id, Reporter by, String site, String reason) {
        var session = running.lockEvenFrozen(id);
        session.require(STAGES.toArray(Stage[]::new));
        var now = now();
        var former = faults.of(id);
        former.stream()
                .filter(it -> it.pending(now) || it.stops(now))
                .findFirst()
                .ifPresent(it -> {
                    throw FaultRefusal.OPEN_ALREADY.at("fault", it.number(), "no fault that is pending");
                });
        var affected = signs.at(id, site, by.person(), now);
        var fault = Fault.reported(
                id,
                former.size() + 1,
                session.complete() ? FaultPhase.DURING : FaultPhase.BEFORE_START,
                site,
                affected.plannedStart(),
                settings.rules(),
                new FaultAct(now, by.person(), by.role(), reason, affected.signs()));
        faults.add(fault);
        entries.reported(session, fault);
        return fault;
    }

    /**
     * It is over.
     *
     * @param site only a fault of this site; empty: of any
     */
    @Transactional
    public Fault clear(SessionId id, int number, Reporter by, String site, String reason) {
        var session = running.lockEvenFrozen(id);
        var fault = faults.of(id).stream()
                .filter(it ->
                        it.number() == number && (site.isEmpty() || it.site().equals(site)))
                .findFirst()
                .orElseThrow(() -> FaultRefusal.NO_SUCH_FAULT.at("fault", number, "a fault of the session"));
        var now = now();
        var seen = signs.at(id, fault.site(), by.person(), now).signs();
        var act = new FaultAct(now, by.person(), by.role(), reason, seen);
        var cleared = fault.clear(act);
        faults.save(cleared);
        entries.cleared(session, cleared, act);
        return cleared;
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
