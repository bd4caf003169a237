package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.Call;
import cn.qifeng.evaluation.panel.domain.Calls;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps calls and their entries in step with a panel (呼叫登记), in the transaction of the change. */
@ApplicationScoped
class RecordCalls {

    private final Calls calls;
    private final CallEntries entries;
    private final PanelEntries panelEntries;
    private final DrawSettings settings;
    private final LegalClock clock;

    RecordCalls(Calls calls, CallEntries entries, PanelEntries panelEntries, DrawSettings settings, LegalClock clock) {
        this.calls = calls;
        this.entries = entries;
        this.panelEntries = panelEntries;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens and ends calls, and writes what became of experts; a panel that is complete gets its own entry. */
    void changed(EvaluationSession before, EvaluationSession after) {
        var opened = new ArrayList<Call>();
        for (var seat : after.panel().experts()) {
            var former = before.panel().stateOf(seat);
            if (former == SeatState.RESERVE && seat.state() == SeatState.INVITED) {
                opened.add(open(after, seat.number()));
            } else if (former == SeatState.INVITED && seat.state() != SeatState.INVITED) {
                calls.of(after.id(), seat.number()).ifPresent(call -> calls.save(call.over()));
            }
        }
        entries.changed(before.panel(), after, List.copyOf(opened), clock.now());
        if (after.complete() && !before.complete()) {
            panelEntries.panel(after);
        }
    }

    private Call open(EvaluationSession session, String number) {
        var now = clock.now();
        var call = Call.of(UUID.randomUUID(), session.id(), number, now, now.plus(settings.answer()));
        calls.save(call);
        return call;
    }
}
