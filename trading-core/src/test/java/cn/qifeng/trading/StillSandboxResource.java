package cn.qifeng.trading;

import java.util.HashMap;
import java.util.Map;

/**
 * A sandbox in which nothing happens by itself: what a test has parked stays where it is. Only for the classes that name
 * it, by {@code @WithTestResource}: all others need the platform's own clockwork.
 */
public class StillSandboxResource extends SandboxResource {

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        config.put("quarkus.scheduler.enabled", "false");
        return config;
    }
}
