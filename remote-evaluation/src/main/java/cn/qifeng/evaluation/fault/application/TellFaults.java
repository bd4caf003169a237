package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.fault.domain.Fault;
import cn.qifeng.evaluation.fault.domain.FaultNotice;
import cn.qifeng.evaluation.fault.domain.Faults;
import cn.qifeng.evaluation.fault.domain.Faults.Told;
import cn.qifeng.evaluation.notification.application.TellStaff;
import cn.qifeng.evaluation.notification.application.TellStaff.Concerned;
import cn.qifeng.evaluation.notification.application.TellStaff.News;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.site.application.ReadSites;
import cn.qifeng.evaluation.site.application.SiteReader;
import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.clock.LegalClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells everybody whom a fault concerns that it was reported, that its limit comes near, and that it passed (故障告知): main
 * site, supervisor, procuring entity and agency, and the sub-site, which is told of its site and not of the evaluation.
 */
@ApplicationScoped
class TellFaults {

    private static final Logger LOG = Logger.getLogger(TellFaults.class);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(DeadlineCalculator.ZONE);

    private final Faults faults;
    private final RunningSessions running;
    private final ReadSites sites;
    private final TellStaff tell;
    private final LegalClock clock;

    TellFaults(Faults faults, RunningSessions running, ReadSites sites, TellStaff tell, LegalClock clock) {
        this.faults = faults;
        this.running = running;
        this.sites = sites;
        this.tell = tell;
        this.clock = clock;
    }

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void advance() {
        var now = clock.now();
        QuarkusTransaction.requiringNew().call(faults::undecided).stream()
                .filter(it -> it.fault().notice(now).compareTo(it.told()) > 0)
                .forEach(it -> attempt(it, now));
    }

    private void attempt(Told it, Instant now) {
        var fault = it.fault();
        var notice = fault.notice(now);
        try {
            boolean first = QuarkusTransaction.requiringNew().call(() -> faults.tell(fault, notice));
            if (first) {
                told(fault, notice);
            }
        } catch (RuntimeException e) {
            LOG.warnf("fault %d of session %s was told to nobody: %s", fault.number(), fault.session(), e.getMessage());
        }
    }

    private void told(Fault fault, FaultNotice notice) {
        var session = running.read(fault.session());
        var page = "/evaluation/" + session.id() + "/faults";
        var key = "fault-" + session.id() + "-" + fault.number() + "-" + notice;
        var text = "场所 " + fault.site() + "：" + words(fault, notice);
        var whole = new News(key, subject(notice), session.order().name() + "，" + text, page);
        tell.tell(
                whole,
                List.of(
                        Concerned.all(Role.CENTRE),
                        Concerned.all(Role.SUPERVISOR),
                        host(session, Role.PROCURING_ENTITY),
                        host(session, Role.AGENCY)));
        var operator = sites.site(SiteReader.whole(""), fault.site()).operator();
        tell.tell(
                new News(key + "-site", subject(notice), text, "/sites/bookings"),
                List.of(new Concerned(Role.SUB_SITE, operator::equals)));
    }

    private static Concerned host(EvaluationSession session, String role) {
        return new Concerned(role, session.order()::isHost);
    }

    private static String subject(FaultNotice notice) {
        return switch (notice) {
            case PASSED -> "远程评标故障已超过时限";
            case SOON -> "远程评标故障时限将至";
            default -> "远程评标故障";
        };
    }

    private static String words(Fault fault, FaultNotice notice) {
        var until = MINUTE.format(fault.until());
        return switch (notice) {
            case PASSED -> "故障未在 " + until + " 前排除，等待招标人（代理机构）签署处置决定。";
            case SOON -> "故障应在 " + until + " 前排除，不足三十分钟。";
            default -> "评标已停止，故障应在 " + until + " 前排除（" + fault.report().reason() + "）。";
        };
    }
}
