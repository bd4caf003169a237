package cn.qifeng.trading.rework.application;

import cn.qifeng.trading.party.application.Task;
import cn.qifeng.trading.party.application.TaskSource;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.rework.domain.ReworkState;
import cn.qifeng.trading.rework.domain.Reworks;
import cn.qifeng.trading.tender.application.Lots;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Requests that wait for a supervisor (复评待批准). */
@ApplicationScoped
class ReworkTasks implements TaskSource {

    private final Reworks reworks;
    private final Lots lots;

    ReworkTasks(Reworks reworks, Lots lots) {
        this.reworks = reworks;
        this.lots = lots;
    }

    @Override
    public Collection<Task> owedBy(Person person) {
        if (!person.roles().has("supervisor")) {
            return List.of();
        }
        return reworks.in(ReworkState.ASKED).stream()
                .map(it -> new Task(
                        "rework/decide",
                        lots.of(it.lot()).name(),
                        it.tender(),
                        it.lot(),
                        null,
                        "/lots/" + it.lot() + "/rework"))
                .toList();
    }
}
