package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.expert.application.FindAccounts;
import cn.qifeng.evaluation.expert.domain.Account;
import cn.qifeng.evaluation.library.application.AskLibrary;
import cn.qifeng.evaluation.library.application.KeepReplies;
import cn.qifeng.evaluation.library.application.LibrarySettings;
import cn.qifeng.evaluation.library.domain.IdentityReply;
import cn.qifeng.evaluation.library.domain.LibraryCode;
import cn.qifeng.evaluation.library.domain.LibraryRefusal;
import cn.qifeng.evaluation.library.domain.LibraryReply.Sort;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.LibraryRecusal;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Has the library open who accepted (开启专家身份), no earlier than check-in is near. What it opens must be what the
 * pool was bound to; then the grounds of recusal are looked at, and on one of them the next is called.
 */
@ApplicationScoped
class OpenIdentities {

    private static final Logger LOG = Logger.getLogger(OpenIdentities.class);

    private final RunningSessions running;
    private final AskLibrary askLibrary;
    private final KeepReplies replies;
    private final LibraryLink link;
    private final FindAccounts accounts;
    private final ConvenePanel convene;
    private final LibrarySettings settings;
    private final DrawSettings drawSettings;
    private final LegalClock clock;

    OpenIdentities(
            RunningSessions running,
            AskLibrary askLibrary,
            KeepReplies replies,
            LibraryLink link,
            FindAccounts accounts,
            ConvenePanel convene,
            LibrarySettings settings,
            DrawSettings drawSettings,
            LegalClock clock) {
        this.running = running;
        this.askLibrary = askLibrary;
        this.replies = replies;
        this.link = link;
        this.accounts = accounts;
        this.convene = convene;
        this.settings = settings;
        this.drawSettings = drawSettings;
        this.clock = clock;
    }

    /** An identity with the account that it logs in by. */
    private record Opened(IdentityReply reply, Account account) {}

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        for (Stage stage : new Stage[] {Stage.CONVENING, Stage.DRAWING}) {
            running.in(stage).stream().filter(this::due).forEach(this::advance);
        }
    }

    private boolean due(EvaluationSession session) {
        var now = clock.now();
        return session.order().panel().library().isPresent()
                && DrawPlans.startsAt(session)
                        .map(start -> start.minus(settings.namesBefore()))
                        .filter(now::isBefore)
                        .isEmpty();
    }

    private void advance(EvaluationSession session) {
        for (Seat seat : session.panel().experts()) {
            if (seat.state() == SeatState.ACCEPTED && seat.person().isEmpty() && LibraryCode.is(seat.number())) {
                try {
                    open(session, seat);
                } catch (RuntimeException e) {
                    LOG.warnf("identity of %s in session %s waits: %s", seat.number(), session.id(), e.getMessage());
                }
            }
        }
    }

    private void open(EvaluationSession session, Seat seat) {
        var pool = QuarkusTransaction.requiringNew()
                .call(() -> replies.poolOf(session.id().value(), seat.number()))
                .orElseThrow();
        var uscc = session.order().panel().library().orElseThrow().uscc();
        var commit = pool.commits().get(seat.number());
        link.ask(session, Sort.IDENTITY, () -> {
                    var reply = askLibrary.identity(uscc, pool.request(), seat.number(), commit);
                    return new Opened(reply, account(reply));
                })
                .ifPresent(it -> take(session, it));
    }

    private void take(EvaluationSession session, Opened opened) {
        var reply = opened.reply();
        var now = QuarkusTransaction.requiringNew().call(() -> running.read(session.id()));
        var ground = LibraryRecusal.ground(
                now, reply.code(), reply.member(), reply.employer(), reply.units(), drawSettings.employerMax());
        convene.identified(session.id(), reply, opened.account(), ground);
    }

    private Account account(IdentityReply reply) {
        return accounts.ofCertificate(reply.member())
                .orElseThrow(() -> LibraryRefusal.NO_ACCOUNT.with(
                        Facts.field("certificate", reply.member(), "of an expert who can log in")
                                .map()));
    }
}
