package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.Call;
import cn.qifeng.evaluation.panel.domain.Calls;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps calls and their entries in step with a panel (呼叫登记), in the transaction of the change. */
@ApplicationScoped
class RecordCalls {

    private final Calls calls;
    private final CallEntries entries;
    private final PanelEntries panelEntries;
    private final LibraryEntries libraryEntries;
    private final DrawSettings settings;
    private final LegalClock clock;
    private final Event<PanelComplete> complete;

    RecordCalls(
            Calls calls,
            CallEntries entries,
            PanelEntries panelEntries,
            LibraryEntries libraryEntries,
            DrawSettings settings,
            LegalClock clock,
            Event<PanelComplete> complete) {
        this.calls = calls;
        this.entries = entries;
        this.panelEntries = panelEntries;
        this.libraryEntries = libraryEntries;
        this.settings = settings;
        this.clock = clock;
        this.complete = complete;
    }

    /** Opens and ends calls, and writes what became of experts; a panel that is complete gets its own entry. */
    void changed(EvaluationSession before, EvaluationSession after) {
        changed(before, after, clock.now());
    }

    /** The same where an answer was given at {@code answeredAt}. */
    void changed(EvaluationSession before, EvaluationSession after, Instant answeredAt) {
        var opened = new ArrayList<Call>();
        for (var seat : after.panel().experts()) {
            var former = before.panel().stateOf(seat);
            if (former == SeatState.RESERVE && seat.state() == SeatState.INVITED) {
                opened.add(open(after, seat.number()));
            } else if (former == SeatState.INVITED && seat.state() != SeatState.INVITED) {
                calls.of(after.id(), seat.number()).ifPresent(call -> calls.save(call.over()));
            }
        }
        entries.changed(before.panel(), after, List.copyOf(opened), answeredAt);
        if (after.complete() && !before.complete()) {
            libraryEntries.identities(after);
            panelEntries.panel(after);
            complete.fire(new PanelComplete(after.id(), clock.now()));
        }
    }

    private Call open(EvaluationSession session, String number) {
        var now = clock.now();
        var call = Call.of(UUID.randomUUID(), session.id(), number, now, now.plus(settings.answer()));
        calls.save(call);
        return call;
    }
}
