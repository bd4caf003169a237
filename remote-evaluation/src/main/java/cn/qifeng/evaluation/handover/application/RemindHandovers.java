package cn.qifeng.evaluation.handover.application;

import cn.qifeng.evaluation.handover.domain.Handover;
import cn.qifeng.evaluation.handover.domain.HandoverState;
import cn.qifeng.evaluation.handover.domain.Handovers;
import cn.qifeng.evaluation.handover.domain.Reminder;
import cn.qifeng.evaluation.notification.application.TellStaff;
import cn.qifeng.evaluation.notification.application.TellStaff.Concerned;
import cn.qifeng.evaluation.notification.application.TellStaff.News;
import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.clock.LegalClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reminds sub-sites of what they owe, two days before its time ends and behind it (移交提醒与逾期), tells main site and
 * supervisor what is late, and each side what the other did. To a sub-site a message names its booking alone.
 */
@ApplicationScoped
class RemindHandovers {

    private static final Logger LOG = Logger.getLogger(RemindHandovers.class);
    private static final String SITE_PAGE = "/handovers";

    private final Handovers handovers;
    private final HandOver handOver;
    private final TellStaff tell;
    private final LegalClock clock;

    RemindHandovers(Handovers handovers, HandOver handOver, TellStaff tell, LegalClock clock) {
        this.handovers = handovers;
        this.handOver = handOver;
        this.tell = tell;
        this.clock = clock;
    }

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void advance() {
        var now = clock.now();
        QuarkusTransaction.requiringNew().call(handovers::open).stream()
                .filter(it -> it.reminder(now).isPresent())
                .forEach(it -> attempt(it.booking(), now));
    }

    private void attempt(UUID booking, Instant now) {
        try {
            QuarkusTransaction.requiringNew().call(() -> remind(booking, now)).ifPresent(this::told);
        } catch (RuntimeException e) {
            LOG.warnf("handover of booking %s waits: %s", booking, e.getMessage());
        }
    }

    /** Notes what is told now, and in the chain that a handover is late; nothing where it was noted meanwhile. */
    private Optional<Handover> remind(UUID booking, Instant now) {
        var handover = handovers.lock(booking).orElseThrow();
        var which = handover.reminder(now);
        if (which.isEmpty()) {
            return Optional.empty();
        }
        var noted = handover.reminded(which.get());
        var kept = noted.late(now) ? handOver.overdue(noted) : noted;
        handovers.save(kept);
        return Optional.of(kept);
    }

    private void told(Handover handover) {
        var which = handover.reminded();
        var whom = new ArrayList<Concerned>(List.of(site(handover)));
        if (which == Reminder.OVERDUE) {
            whom.add(Concerned.all(Role.CENTRE));
            whom.add(Concerned.all(Role.SUPERVISOR));
        }
        var text = "预定 " + shortly(handover) + "（场所 " + handover.site() + "）的纸质原件、电子文档与音视频，应于 " + day(handover.until())
                + " 24:00 前移交主场。";
        tell.tell(new News(key(handover, which.name()), subject(handover), text, SITE_PAGE), whom);
    }

    private static String subject(Handover handover) {
        return switch (handover.reminded()) {
            case OVERDUE -> handover.state() == HandoverState.RETURNED ? "退回的评标资料尚未重新移交" : "评标资料移交已逾期";
            case SOON -> "评标资料移交即将到期";
            default -> "请移交评标资料";
        };
    }

    /** Both sides learn what the other did; the sub-site not to the minute, which would tell it the tender. */
    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) HandoverMoved moved) {
        var handover = moved.handover();
        int number = handover.last().number();
        var state = handover.state();
        var key = key(handover, state.name() + "-" + number);
        var booking = "预定 " + shortly(handover) + "（场所 " + handover.site() + "）";
        if (state == HandoverState.SUBMITTED) {
            var news = new News(key, "副场已移交评标资料", booking + "已移交，请逐项核收。", SITE_PAGE);
            tell.tell(news, List.of(Concerned.all(Role.CENTRE)));
        } else if (state == HandoverState.RETURNED) {
            var news = new News(key, "评标资料被退回补正", booking + "的部分资料被退回，请按退回理由补正后重新移交。", SITE_PAGE);
            tell.tell(news, List.of(site(handover)));
        }
    }

    private static Concerned site(Handover handover) {
        return new Concerned(Role.SUB_SITE, handover.operator()::equals);
    }

    private static String key(Handover handover, String what) {
        return "handover-" + handover.booking() + "-" + what;
    }

    private static String shortly(Handover handover) {
        return handover.booking().toString().substring(0, 8);
    }

    /** The last day of the period, which ends with it. */
    private static String day(Instant until) {
        return DeadlineCalculator.dayOf(until.minusMillis(1)).toString();
    }
}
