package cn.qifeng.trading.party.application;

import cn.qifeng.trading.party.domain.Person;
import java.util.Collection;

/** A capability that knows what people owe; every bean of this type is asked for {@code GET /api/core/tasks/mine}. */
public interface TaskSource {

    /** What this person owes now; an empty collection for nothing. */
    Collection<Task> owedBy(Person person);
}
