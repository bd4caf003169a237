package cn.qifeng.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;
import java.util.Set;

/** Where a class stands in a service: its capability, and in that {@code domain}, {@code application} or an adapter. */
final class Layers {

    private static final Set<String> INSIDE = Set.of("domain", "application");

    private final String root;

    Layers(String root) {
        this.root = root + ".";
    }

    /** Capability and technology, such as {@code opening.web}; empty for what is no adapter. */
    Optional<String> adapter(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(root)) {
            return Optional.empty();
        }
        String[] steps = name.substring(root.length()).split("\\.");
        return steps.length < 2 || INSIDE.contains(steps[1])
                ? Optional.empty()
                : Optional.of(steps[0] + "." + steps[1]);
    }

    boolean isAdapter(JavaClass type) {
        return adapter(type).isPresent();
    }
}
