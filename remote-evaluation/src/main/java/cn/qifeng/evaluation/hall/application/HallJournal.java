package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.domain.HallEvent;
import cn.qifeng.evaluation.hall.domain.HallEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps hall events in a transaction of their own, because they happen on lines and not in requests (评标厅事件记录). */
@ApplicationScoped
class HallJournal {

    private final HallEvents events;

    HallJournal(HallEvents events) {
        this.events = events;
    }

    void note(HallEvent event) {
        QuarkusTransaction.requiringNew().run(() -> events.add(event));
    }
}
