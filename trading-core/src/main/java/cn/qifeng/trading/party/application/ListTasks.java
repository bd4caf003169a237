package cn.qifeng.trading.party.application;

import cn.qifeng.kernel.PersonId;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;

/** Gathers what a person owes from all capabilities, by due time (我的待办). */
@ApplicationScoped
public class ListTasks {

    private static final Comparator<Task> BY_DUE = Comparator.comparing(
                    Task::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Task::code)
            .thenComparing(Task::title);

    private final List<TaskSource> sources;
    private final Directory directory;

    ListTasks(@All List<TaskSource> sources, Directory directory) {
        this.sources = sources;
        this.directory = directory;
    }

    /** Tasks without a due time stand last. */
    @Transactional
    public List<Task> of(PersonId id) {
        var stored = directory.person(id);
        var person = stored.withRoles(directory.rolesNow(stored));
        return sources.stream()
                .flatMap(source -> source.owedBy(person).stream())
                .sorted(BY_DUE)
                .toList();
    }
}
