package cn.qifeng.kit.mode;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mode of this process; stops the start of a production service whose settings production does not bear. */
@ApplicationScoped
public class RunningMode {

    private final Mode mode;
    private final Config config;

    RunningMode(@ConfigProperty(name = "qifeng.mode", defaultValue = "PRODUCTION") Mode mode, Config config) {
        this.mode = mode;
        this.config = config;
    }

    /** Whether this is the sandbox. */
    public boolean sandbox() {
        return mode == Mode.SANDBOX;
    }

    void check(@Observes @Priority(1) StartupEvent start) {
        if (mode != Mode.PRODUCTION) {
            return;
        }
        var faults = ProductionSettings.faults(config);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("production refuses to start: " + String.join("; ", faults));
        }
    }
}
