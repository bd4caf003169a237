package cn.qifeng.launcher.measure.production;

import cn.qifeng.launcher.measure.TradingCoreProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** One run of trading-core with given settings, in a process of its own. */
final class Service implements AutoCloseable {

    private static final long END_SECONDS_MAX = 90;

    private final Process process;
    private final Path log;

    private Service(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Service start(Map<String, String> settings, Path folder, String name) throws IOException {
        var given = new Properties();
        given.putAll(settings);
        var log = folder.resolve(name + ".log");
        var process = TradingCoreProcess.start(given, folder.resolve(name + ".properties"), log);
        return new Service(process, log);
    }

    /** Waits until it is ready or has ended; whether it is ready. */
    boolean ready() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS_MAX);
        while (process.isAlive() && System.nanoTime() < until) {
            if (said().contains("Listening on: http")) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    /** The exit code; −1 while it runs. */
    int exit() {
        return process.isAlive() ? -1 : process.exitValue();
    }

    /** Everything that it has printed so far. */
    String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
