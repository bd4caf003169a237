package cn.qifeng.launcher.measure;

import cn.qifeng.launcher.up.DataFolder;
import cn.qifeng.launcher.up.Folders;
import cn.qifeng.launcher.up.Ports;
import cn.qifeng.launcher.up.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A platform that a measurement starts, watches, kills and removes: processes of their own, as {@code up} makes them. */
public final class OwnPlatform implements AutoCloseable {

    /** The part of a platform that is its database, for {@link #kill(String)}; services have their own names. */
    public static final String POSTGRESQL = "postgresql";

    private static final long READY_SECONDS_MAX = 360;
    private static final long STOP_SECONDS_MAX = 60;
    private static final Duration BACK_MAX = Duration.ofMinutes(4);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final TemporaryFolder folder;
    private final Path data;
    private final int port;
    private final Map<String, String> environment = new TreeMap<>();
    private Process launcher;

    private OwnPlatform(TemporaryFolder folder, int port) {
        this.folder = folder;
        this.data = folder.path();
        this.port = port;
    }

    /** A platform with an empty folder and a free port, not started yet. */
    public static OwnPlatform make() {
        try {
            return new OwnPlatform(TemporaryFolder.make("qifeng-measure"), Ports.anyFree());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a variable of the environment of all its processes; before the start. */
    public OwnPlatform with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts it and returns after how many seconds it was ready; throws when it is not within six minutes. */
    public double start() throws IOException, InterruptedException {
        long began = System.nanoTime();
        var log = Files.createDirectories(data.resolve("logs")).resolve("launcher.log");
        Files.deleteIfExists(log);
        var start = new ProcessBuilder(
                        Folders.home().resolve("qifeng").toString(),
                        "up",
                        "--data",
                        data.toString(),
                        "--port",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        start.environment().putAll(environment);
        launcher = start.start();
        while (!Files.readString(log).contains("\nREADY")) {
            if (!launcher.isAlive() || System.nanoTime() - began > TimeUnit.SECONDS.toNanos(READY_SECONDS_MAX)) {
                throw new IOException("the platform did not start: " + Files.readString(log));
            }
            Thread.sleep(20);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** PostgreSQL's own database with the right to make others. */
    public Connection superuser() throws IOException, SQLException {
        var url = settings("trading-core").getProperty("quarkus.datasource.jdbc.url");
        return DriverManager.getConnection(
                url.substring(0, url.lastIndexOf('/') + 1) + "postgres",
                "postgres",
                Files.readString(data.resolve("secrets").resolve("db-superuser")));
    }

    /** Its folder. */
    public Path data() {
        return data;
    }

    /** The configuration that the launcher wrote for one of its services. */
    public Properties settings(String service) throws IOException {
        var settings = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("config").resolve(service + ".properties"))) {
            settings.load(in);
        }
        return settings;
    }

    /** The database of one of its services, behind the service's back. */
    public Connection database(String service) throws IOException, SQLException {
        var settings = settings(service);
        return DriverManager.getConnection(
                settings.getProperty("quarkus.datasource.jdbc.url"),
                settings.getProperty("quarkus.datasource.username"),
                settings.getProperty("quarkus.datasource.password"));
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Seconds of processor time that all its processes took so far, those that ended not counted. */
    double cpuSeconds() {
        return seconds(processes().stream());
    }

    /** Seconds of processor time that one part of it took so far: a service by its name, or {@link #POSTGRESQL}. */
    public double cpuSeconds(String part) {
        return seconds(of(part).stream());
    }

    /** Seconds that the compilers of a service's JVM took of that so far. */
    public double compilerSeconds(String service) {
        return of(service).stream()
                .mapToDouble(process -> Compilers.seconds(process.pid()))
                .sum();
    }

    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toMillis() / 1000.0)
                .sum();
    }

    /** All its living processes: launcher, witnesses, services, PostgreSQL with its workers. */
    List<ProcessHandle> processes() {
        var own = Stream.concat(Stream.of(launcher.toHandle()), launcher.descendants());
        return Stream.concat(own, new DataFolder(data).postmaster().stream().flatMap(OwnPlatform::withChildren))
                .distinct()
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private static Stream<ProcessHandle> withChildren(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants());
    }

    /** Ends every process at once, without a chance to say good-bye (kill -9). */
    void kill() throws InterruptedException {
        var all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        for (var process : all) {
            while (process.isAlive()) {
                Thread.sleep(10);
            }
        }
    }

    /** Whether a part of it lives now: a service by its name, or {@link #POSTGRESQL}. */
    public boolean living(String part) {
        return !of(part).isEmpty();
    }

    /** Process id of a service. */
    public long pid(String service) {
        return of(service).get(0).pid();
    }

    /** Ends one part at once (kill -9); the launcher starts it again. Returns how many processes died by that. */
    public int kill(String part) throws InterruptedException {
        var all = of(part);
        all.forEach(ProcessHandle::destroyForcibly);
        for (var process : all) {
            while (process.isAlive()) {
                Thread.sleep(5);
            }
        }
        return all.size();
    }

    /** Waits until a service that died answers again with its database behind it; throws where it does not in four minutes. */
    public void awaitReady(String service) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + settings(service).getProperty("quarkus.http.port"));
        var request = HttpRequest.newBuilder(address.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + BACK_MAX.toNanos();
        while (!living(service) || !living(POSTGRESQL) || !answers(request)) {
            if (System.nanoTime() > until) {
                throw new IOException(service + " did not come back within " + BACK_MAX.toMinutes() + " minutes");
            }
            Thread.sleep(100);
        }
    }

    private boolean answers(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException dead) {
            return false;
        }
    }

    private List<ProcessHandle> of(String part) {
        if (part.equals(POSTGRESQL)) {
            return new DataFolder(data)
                    .postmaster().stream().flatMap(OwnPlatform::withChildren).toList();
        }
        var configuration = data.resolve("config").resolve(part + ".properties").toString();
        return launcher.descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(configuration))
                .toList();
    }

    /** Stops it and removes its folder. */
    @Override
    public void close() throws Exception {
        if (launcher != null) {
            launcher.destroy();
            if (!launcher.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                kill();
            }
        }
        folder.close();
    }
}
