package cn.qifeng.launcher.measure;

import cn.qifeng.launcher.up.Folders;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * One fault test: {@code ./qifeng drill NAME}. It writes what it did into a history, and can break its own guarantee on
 * purpose; then a bar is missed and it ends in exit 1, which shows that the drill can fail at all.
 */
public abstract class Drill extends Measurement {

    @Option(
            names = "--out",
            description = "what was done, one JSON object a line (default: ${DEFAULT-VALUE})",
            defaultValue = "out/history.jsonl")
    private Path out;

    @Option(names = "--sabotage", description = "break the guarantee on purpose; the drill must then end in exit 1")
    private String sabotage;

    private History history;

    /** The ways to break the guarantee, by name, with a sentence each. */
    protected abstract Map<String, String> sabotages();

    /** Whether this run breaks its guarantee in this way. */
    protected final boolean sabotaged(String name) {
        if (!sabotages().containsKey(name)) {
            throw new IllegalArgumentException(name + " is no sabotage of this drill");
        }
        return name.equals(sabotage);
    }

    /** Where this run writes what it does. */
    protected final History history() {
        return history;
    }

    @Override
    public final Integer call() throws Exception {
        if (sabotage != null && !sabotages().containsKey(sabotage)) {
            throw new ParameterException(
                    spec().commandLine(), "No such sabotage: " + sabotage + "; there are " + sabotages());
        }
        try (var opened = History.open(Folders.fromCaller(out))) {
            history = opened;
            history.note("start", "drill", name(), "sabotage", sabotage);
            int exit = super.call();
            history.note("end", "exit", exit);
            return exit;
        }
    }
}
