package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.library.application.AskLibrary;
import cn.qifeng.evaluation.library.application.KeepReplies;
import cn.qifeng.evaluation.library.domain.CallRequest;
import cn.qifeng.evaluation.library.domain.LibraryReply.Sort;
import cn.qifeng.evaluation.panel.domain.Call;
import cn.qifeng.evaluation.panel.domain.CallState;
import cn.qifeng.evaluation.panel.domain.Calls;
import cn.qifeng.kit.clock.LegalClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Calls of experts of a library, which calls them by its own means (省级专家库呼叫). Only its signed answer ends such a
 * call; while it is silent the seat waits.
 */
@ApplicationScoped
class LibraryCalls {

    private final AskLibrary askLibrary;
    private final KeepReplies replies;
    private final LibraryLink link;
    private final RunningSessions running;
    private final ConvenePanel convene;
    private final Calls calls;
    private final DrawPlans plans;
    private final LegalClock clock;

    LibraryCalls(
            AskLibrary askLibrary,
            KeepReplies replies,
            LibraryLink link,
            RunningSessions running,
            ConvenePanel convene,
            Calls calls,
            DrawPlans plans,
            LegalClock clock) {
        this.askLibrary = askLibrary;
        this.replies = replies;
        this.link = link;
        this.running = running;
        this.convene = convene;
        this.calls = calls;
        this.plans = plans;
        this.clock = clock;
    }

    /** Has the expert called where it was not yet, and takes the answer where there is one. */
    void advance(Call call) {
        var session = QuarkusTransaction.requiringNew().call(() -> running.read(call.session()));
        var pool = QuarkusTransaction.requiringNew()
                .call(() -> replies.poolOf(session.id().value(), call.number()))
                .orElseThrow();
        var plan = plans.of(session);
        var request = new CallRequest(pool.request(), call.number(), call.answerBy(), plan.startsAt(), plan.place());
        var uscc = session.order().panel().library().orElseThrow().uscc();
        link.ask(session, Sort.ANSWER, () -> askLibrary.call(uscc, request))
                .ifPresent(answer -> answer.ifPresentOrElse(it -> convene.answered(call, it), () -> told(call)));
    }

    private void told(Call call) {
        if (call.state() == CallState.DUE) {
            QuarkusTransaction.requiringNew()
                    .run(() -> calls.lock(call.id()).ifPresent(it -> calls.save(it.told(List.of(), clock.now()))));
        }
    }
}
