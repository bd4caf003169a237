package cn.qifeng.launcher.up;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qifeng down}: stops the platform that holds a data folder. */
@Command(name = "down", description = "Stop a platform")
public final class DownCommand implements Callable<Integer> {

    private static final long STOP_SECONDS_MAX = 60;

    @Option(names = "--data", description = "folder of the platform (default: .qifeng in your home)")
    private Path data;

    @Override
    public Integer call() throws Exception {
        var folder = new DataFolder(data == null ? DataFolder.usual() : Folders.fromCaller(data));
        var running = ProcessHandle.of(folder.holder())
                .filter(process -> process.info().command().orElse("").endsWith("java"));
        if (running.isEmpty()) {
            System.out.println("No platform runs on " + folder.root() + ".");
            return 0;
        }
        running.get().destroy();
        running.get().onExit().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        System.out.println("Stopped.");
        return 0;
    }
}
