package cn.qifeng.launcher.measure;

import cn.qifeng.launcher.up.ClassArchives;
import cn.qifeng.launcher.up.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** trading-core (交易核心) in a process of its own, beside a platform's, with settings of its own. */
public final class TradingCoreProcess {

    private TradingCoreProcess() {}

    /**
     * Starts it as the launcher does.
     *
     * @param file where its settings are written to
     * @param log where what it prints goes
     */
    public static Process start(Properties settings, Path file, Path log) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ClassArchives.use(Folders.home()).options("trading-core"));
        command.addAll(List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Dquarkus.config.locations=" + file,
                "-jar",
                Folders.home()
                        .resolve("trading-core/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
    }
}
