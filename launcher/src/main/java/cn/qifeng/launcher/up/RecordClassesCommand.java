package cn.qifeng.launcher.up;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code qifeng record-classes}: part of the build. Starts a platform once, so that later starts are quick. */
@Command(name = "record-classes", hidden = true, description = "Start once and record the classes that a start loads")
public final class RecordClassesCommand implements Callable<Integer> {

    private static final List<String> PATHS = List.of(
            "/", "/app/", "/notices", "/api/core/clock", "/api/core/trust-file", "/api/evaluation/", "/api/bond/");

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var data = TemporaryFolder.make("qifeng-record");
                var platform = Platform.recording(new DataFolder(data.path()), Folders.home())) {
            Files.createDirectories(Folders.home().resolve("launcher/target/classes-archives"));
            platform.start();
            var client = HttpClient.newHttpClient();
            for (String path : PATHS) {
                client.send(
                        HttpRequest.newBuilder(platform.address().resolve(path)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
            return 0;
        }
    }
}
