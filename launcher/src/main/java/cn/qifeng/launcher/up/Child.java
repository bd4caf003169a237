package cn.qifeng.launcher.up;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One JVM that belongs to the platform; started again when it dies, until it is stopped. */
final class Child {

    private static final long PAUSE_MS_MAX = 10_000;

    /** Who lived so long had started; it is brought back at once, and only those that die young ever later. */
    private static final long LONG_SECONDS = 20;

    private final String name;
    private final List<String> command;
    private final Path log;
    private final Leftovers leftovers;
    private volatile Process process;
    private volatile boolean wanted;

    Child(String name, List<String> arguments, Path log, Leftovers leftovers) {
        this.name = name;
        this.command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        this.log = log;
        this.leftovers = leftovers;
    }

    void start() {
        wanted = true;
        launch();
        var keeper = new Thread(this::keep, "keeper-" + name);
        keeper.setDaemon(true);
        keeper.start();
    }

    /** Whether the process runs now. */
    boolean alive() {
        return process != null && process.isAlive();
    }

    /** Process id now. */
    long pid() {
        return process.pid();
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    /** Tells the process to end, and ends it when it has not within {@code secondsMax}. */
    void stop(long secondsMax) {
        wanted = false;
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(secondsMax, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void launch() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            leftovers.remember(process.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep() {
        long pause = 500;
        try {
            while (wanted) {
                long began = System.nanoTime();
                int exit = process.waitFor();
                if (!wanted) {
                    return;
                }
                boolean ranLong = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) > LONG_SECONDS;
                pause = ranLong ? 500 : Math.min(pause * 2, PAUSE_MS_MAX);
                System.err.println(name + " ended with code " + exit + " and is started again; see " + log);
                Thread.sleep(pause);
                if (wanted) {
                    launch();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
