package cn.qifeng.launcher.up;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qifeng up}: starts the platform and stays until it is told to stop. */
@Command(
        name = "up",
        description = "Start the platform",
        footer = "QIFENG_SERVICE_HEAP sets the heap of each service, in the JVM's notation (default: 384m).")
public final class UpCommand implements Callable<Integer> {

    @Option(names = "--data", description = "folder for all data (default: .qifeng in your home)")
    private Path data;

    @Option(names = "--port", description = "port for people (default: ${DEFAULT-VALUE})", defaultValue = "8080")
    private int port;

    @Option(names = "--tls", description = "HTTPS with a certificate of the sandbox CA")
    private boolean tls;

    @Override
    public Integer call() throws InterruptedException {
        long began = System.nanoTime();
        var folder = new DataFolder(data == null ? DataFolder.usual() : Folders.fromCaller(data));
        var stopped = new CountDownLatch(1);
        var platform = new Platform(folder, port, tls, Folders.home());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            platform.close();
                            stopped.countDown();
                        },
                        "stop"));
        platform.start();
        System.out.println(new Announcement(platform).text());
        System.out.printf("READY in %.1f s%n", (System.nanoTime() - began) / 1e9);
        stopped.await();
        return 0;
    }
}
