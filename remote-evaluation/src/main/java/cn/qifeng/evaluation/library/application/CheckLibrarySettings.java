package cn.qifeng.evaluation.library.application;

import cn.qifeng.kit.mode.RunningMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Refuses to start with a library that is set up by half, and in production with one that is not asked over TLS. */
@ApplicationScoped
class CheckLibrarySettings {

    private final LibrarySettings settings;
    private final RunningMode mode;

    CheckLibrarySettings(LibrarySettings settings, RunningMode mode) {
        this.settings = settings;
        this.mode = mode;
    }

    void onStart(@Observes StartupEvent start) {
        var faults = faults(settings, mode.sandbox());
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the library of experts is set up by half: " + String.join("; ", faults));
        }
    }

    /** What is missing or wrong; empty where there is no library, or a whole one. */
    static List<String> faults(LibrarySettings settings, boolean sandbox) {
        var all = new LinkedHashMap<String, Optional<?>>();
        all.put("name", settings.name());
        all.put("uscc", settings.uscc());
        all.put("url", settings.url());
        all.put("token", settings.token());
        boolean none = all.values().stream().allMatch(Optional::isEmpty);
        if (none) {
            return List.of();
        }
        var missing = all.entrySet().stream()
                .filter(it -> it.getValue().isEmpty())
                .map(it -> "qifeng.library." + it.getKey() + " is missing")
                .toList();
        boolean open =
                settings.url().map(URI::getScheme).filter("https"::equals).isEmpty();
        return missing.isEmpty() && !sandbox && open ? List.of("qifeng.library.url is not https") : missing;
    }
}
