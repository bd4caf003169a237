package cn.qifeng.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** An adapter of one technology that calls one of another technology. */
final class KnowingAnotherAdapter extends ArchCondition<JavaClass> {

    private final Layers layers;

    KnowingAnotherAdapter(Layers layers) {
        super("know another adapter");
        this.layers = layers;
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        var own = layers.adapter(user);
        for (var dependency : user.getDirectDependenciesFromSelf()) {
            var used = layers.adapter(dependency.getTargetClass());
            if (used.isPresent() && !used.equals(own)) {
                events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription()));
            }
        }
    }
}
