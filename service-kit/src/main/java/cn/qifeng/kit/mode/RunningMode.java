package cn.qifeng.kit.mode;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mode of this process; stops the start of a production service that carries sandbox settings. */
@ApplicationScoped
public class RunningMode {

    private static final String SANDBOX_SETTINGS = "qifeng.sandbox.";

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
        if (mode == Mode.PRODUCTION) {
            StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                    .filter(name -> name.startsWith(SANDBOX_SETTINGS))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalStateException("production mode refuses the sandbox setting " + name);
                    });
        }
    }
}
