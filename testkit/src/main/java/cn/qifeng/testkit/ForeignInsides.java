package cn.qifeng.testkit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Reaching into another capability past its {@code application} and {@code domain}. */
final class ForeignInsides extends ArchCondition<JavaClass> {

    private static final Set<String> SHOWN = Set.of("application", "domain", "");

    private final String root;

    ForeignInsides(String root) {
        super("reach into another capability");
        this.root = root + ".";
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
            JavaClass used = dependency.getTargetClass();
            boolean foreign = capability(used) != null
                    && capability(user) != null
                    && !capability(used).equals(capability(user));
            if (foreign && !SHOWN.contains(part(used))) {
                events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription()));
            }
        }
    }

    private String capability(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith(root) ? name.substring(root.length()).split("\\.")[0] : null;
    }

    private String part(JavaClass type) {
        String[] steps = (type.getPackageName() + ".").substring(root.length()).split("\\.");
        return steps.length < 2 ? "" : steps[1];
    }
}
