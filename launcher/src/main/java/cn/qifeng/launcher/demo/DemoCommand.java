package cn.qifeng.launcher.demo;

import cn.qifeng.launcher.up.DataFolder;
import cn.qifeng.launcher.up.Folders;
import cn.qifeng.launcher.up.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qifeng demo}: one whole tender through the public API, then its package audited. */
@Command(name = "demo", description = "Drive one whole tender from notice to contract and audit it")
public final class DemoCommand implements Callable<Integer> {

    @Option(names = "--bids", description = "how many bids (default: ${DEFAULT-VALUE})", defaultValue = "5")
    private int bids;

    @Option(
            names = "--size-mb",
            description = "size of each technical part (default: ${DEFAULT-VALUE})",
            defaultValue = "20")
    private int megabytes;

    @Option(names = "--input", description = "folder with a tender's real files instead of made-up ones")
    private Path input;

    @Option(
            names = "--out",
            description = "folder for summary and packages (default: ${DEFAULT-VALUE})",
            defaultValue = "out/demo")
    private Path output;

    @Option(names = "--address", description = "a running platform (default: a throw-away one)")
    private URI address;

    @Override
    public Integer call() throws IOException {
        var out = Files.createDirectories(Folders.fromCaller(output));
        if (address != null) {
            return drive(address, out) ? 0 : 1;
        }
        var data = Files.createTempDirectory("qifeng-demo");
        try (var platform = new Platform(new DataFolder(data), 0, false, Folders.home())) {
            platform.start();
            System.out.println("A throw-away platform runs on " + platform.address());
            return drive(platform.address(), out) ? 0 : 1;
        } catch (DemoFailed failed) {
            System.err.println("Logs of the platform: " + data.resolve("logs"));
            throw failed;
        }
    }

    private boolean drive(URI platform, Path out) throws IOException {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        var tour = new Tour(new Api(client, platform, null));
        var files = Files.createDirectories(out.resolve("files"));
        var material = input == null
                ? OwnMaterial.make(files, bids, megabytes, tour)
                : GivenMaterial.read(Folders.fromCaller(input), bids == 5 ? Integer.MAX_VALUE : bids);
        boolean proved = new Scenario(tour, material, out).run();
        System.out.println(
                proved ? "Contract recorded, package proved. " + out : "The audit does not prove the package.");
        return proved;
    }
}
