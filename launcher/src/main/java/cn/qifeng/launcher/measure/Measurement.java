package cn.qifeng.launcher.measure;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * One measurement: {@code ./qifeng bench NAME}. A subclass is a picocli command with a name and a description, has the
 * options it needs, and is named in the list of {@link BenchCommand} or {@link DrillCommand}.
 */
public abstract class Measurement implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "end with one line that is one JSON object")
    private boolean json;

    /** Measures, tells {@link #progress} on the way, and adds what it saw to {@code figures}. */
    protected abstract void measure(Figures figures) throws Exception;

    /** A line of progress for people. */
    protected final void progress(String format, Object... arguments) {
        System.out.printf(format + "%n", arguments);
    }

    /** Exit code: 0 when every bar is met, else 1. */
    @Override
    public Integer call() throws Exception {
        var figures = new Figures();
        measure(figures);
        System.out.println(json ? figures.toJson(name()).toString() : figures.text(name()));
        return figures.pass() ? 0 : 1;
    }

    final String name() {
        return spec.name();
    }

    protected final CommandSpec spec() {
        return spec;
    }
}
