package cn.qifeng.trading;

import java.util.HashMap;
import java.util.Map;

/** A sandbox in which nothing happens by itself: what a test has parked stays where it is. */
public class StillSandboxResource extends SandboxResource {

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        config.put("quarkus.scheduler.enabled", "false");
        return config;
    }
}
