package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.expert.application.FindEligible;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.library.domain.LibraryCode;
import cn.qifeng.evaluation.notification.application.SendMessage;
import cn.qifeng.evaluation.notification.domain.Message;
import cn.qifeng.evaluation.notification.domain.Recipient;
import cn.qifeng.evaluation.notification.domain.Sending;
import cn.qifeng.evaluation.panel.domain.Call;
import cn.qifeng.evaluation.panel.domain.CallState;
import cn.qifeng.evaluation.panel.domain.Calls;
import cn.qifeng.kit.clock.LegalClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells the called, and goes on to the next when somebody does not answer in time (呼叫专家). Each channel is an entry.
 * A process that dies between sending and noting it sends once more.
 */
@ApplicationScoped
public class MakeCalls {

    private static final Logger LOG = Logger.getLogger(MakeCalls.class);

    private final Calls calls;
    private final RunningSessions running;
    private final FindEligible pool;
    private final SendMessage sendMessage;
    private final ConvenePanel convene;
    private final LibraryCalls libraryCalls;
    private final InvitationText text;
    private final CallEntries entries;
    private final LegalClock clock;

    MakeCalls(
            Calls calls,
            RunningSessions running,
            FindEligible pool,
            SendMessage sendMessage,
            ConvenePanel convene,
            LibraryCalls libraryCalls,
            InvitationText text,
            CallEntries entries,
            LegalClock clock) {
        this.calls = calls;
        this.running = running;
        this.pool = pool;
        this.sendMessage = sendMessage;
        this.convene = convene;
        this.libraryCalls = libraryCalls;
        this.text = text;
        this.entries = entries;
        this.clock = clock;
    }

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        var now = clock.now();
        for (Call call : QuarkusTransaction.requiringNew().call(() -> calls.in(CallState.DUE, CallState.TOLD))) {
            try {
                if (LibraryCode.is(call.number())) {
                    libraryCalls.advance(call);
                } else if (call.lapsed(now)) {
                    convene.lapse(call);
                } else if (call.state() == CallState.DUE) {
                    tell(call);
                }
            } catch (RuntimeException e) {
                LOG.warnf("call %s waits: %s", call.id(), e.getMessage());
            }
        }
    }

    /** Tells an expert once more, at the next turn. */
    void again(UUID id) {
        QuarkusTransaction.joiningExisting().run(() -> calls.lock(id).ifPresent(call -> calls.save(call.again())));
    }

    private void tell(Call call) {
        var session = QuarkusTransaction.requiringNew().call(() -> running.read(call.session()));
        var expert = QuarkusTransaction.requiringNew().call(() -> pool.byNumber(call.number()));
        var message = new Message(
                "%s-%d".formatted(call.id(), call.notices().size()),
                InvitationText.SUBJECT,
                text.of(session, call),
                "/evaluation/" + call.session());
        var sendings = expert.map(it -> sendMessage.to(recipient(it), message)).orElse(List.of());
        QuarkusTransaction.requiringNew().run(() -> note(call, sendings));
    }

    private void note(Call told, List<Sending> sendings) {
        var session = running.lockEvenFrozen(told.session());
        var call = calls.lock(told.id()).orElseThrow();
        var now = clock.now();
        calls.save(call.told(sendings, now));
        sendings.forEach(it -> entries.told(session, call, it, now));
    }

    private static Recipient recipient(Expert expert) {
        return new Recipient(
                expert.account().orElseThrow().person(),
                expert.person().phone(),
                expert.person().email());
    }
}
