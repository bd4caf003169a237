package cn.qifeng.launcher.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole platform on one machine: database, witnesses, three services, proxy. */
public final class Platform implements AutoCloseable {

    static final List<String> SERVICES = List.of("trading-core", "remote-evaluation", "guarantee-bond");
    private static final List<String> WITNESSES = List.of("supervisor", "notary", "centre");
    private static final Duration READY_MAX = Duration.ofSeconds(300);

    private final DataFolder data;
    /** Most memory for a service's objects, in the JVM's notation. */
    private static final String HEAP =
            Optional.ofNullable(System.getenv("QIFENG_SERVICE_HEAP")).orElse("384m");

    private final int port;
    private final boolean tls;
    private final Path home;
    private final Secrets secrets;
    private final Leftovers leftovers;
    private final ClassArchives archives;
    private final List<Child> children = new ArrayList<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private Database database;
    private Proxy proxy;

    /**
     * A platform that keeps its data in {@code data} and listens on {@code port} (0: any free one).
     *
     * @param home folder of the project, with the built modules
     */
    public Platform(DataFolder data, int port, boolean tls, Path home) {
        this(data, port, tls, home, ClassArchives.use(home));
    }

    private Platform(DataFolder data, int port, boolean tls, Path home, ClassArchives archives) {
        this.data = data;
        this.port = port == 0 ? Ports.anyFree() : port;
        this.tls = tls;
        this.home = home;
        this.secrets = new Secrets(data);
        this.leftovers = new Leftovers(data);
        this.archives = archives;
    }

    /** A platform whose processes record the classes that they load, see {@link ClassArchives}. */
    static Platform recording(DataFolder data, Path home) {
        return new Platform(data, 0, false, home, ClassArchives.record(home));
    }

    /** Starts everything and returns when all services answer; throws {@link CannotStart} with the way to mend it. */
    public void start() {
        data.hold();
        Ports.requireFree(port);
        leftovers.end();
        try {
            database = Database.start(data, secrets, SERVICES);
            startWitnesses();
            SERVICES.forEach(service -> ports.put(service, Ports.anyFree()));
            SERVICES.forEach(this::startService);
            SERVICES.forEach(this::awaitReady);
            startProxy();
            data.announce(address());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Where people reach it from this machine. */
    public URI address() {
        return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + port);
    }

    /** trading-core itself, without the proxy. */
    URI coreAddress() {
        return URI.create("http://127.0.0.1:" + ports.get("trading-core"));
    }

    /** The folder with all its data. */
    public DataFolder data() {
        return data;
    }

    /** Process ids by name, for figures and drills. */
    public Map<String, Long> processes() {
        var pids = new LinkedHashMap<String, Long>();
        children.forEach(child -> pids.put(child.name(), child.pid()));
        return pids;
    }

    private void startWitnesses() {
        var config = new StringBuilder("{\"witnesses\":[");
        for (String witness : WITNESSES) {
            ports.put("witness-" + witness, Ports.anyFree());
            config.append(config.charAt(config.length() - 1) == '[' ? "" : ",")
                    .append("{\"name\":\"%s\",\"dir\":\"%s\",\"port\":%d}"
                            .formatted(witness, data.folder("witnesses/" + witness), ports.get("witness-" + witness)));
        }
        var file = data.folder("config").resolve("witnesses.json");
        write(file, config.append("]}").toString());
        start(
                "witnesses",
                List.of(
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "cn.qifeng.cli.Qifeng",
                        "witness",
                        "--config",
                        file.toString()));
    }

    private void startService(String service) {
        var jar = home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new CannotStart("The service " + service + " is not built. Build it: ./qifeng build");
        }
        var file = data.folder("config").resolve(service + ".properties");
        write(file, new ServiceSettings(data, secrets, database, ports, address()).of(service));
        start(
                service,
                List.of(
                        "-Xms64m",
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-Dquarkus.config.locations=" + file,
                        "-Djava.io.tmpdir=" + data.folder("tmp"),
                        "-jar",
                        jar.toString()));
    }

    private void start(String name, List<String> arguments) {
        var options = new ArrayList<>(archives.options(name));
        options.addAll(arguments);
        var child = new Child(name, options, data.folder("logs").resolve(name + ".log"), leftovers);
        children.add(child);
        child.start();
    }

    private void startProxy() {
        proxy = new Proxy();
        proxy.start(port, ports, tls ? TlsKeys.make(data) : null);
    }

    private void awaitReady(String service) {
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(service) + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + READY_MAX.toNanos();
        while (System.nanoTime() < until) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                Thread.sleep(100);
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStart("Interrupted while " + service + " was starting.", e);
            }
        }
        throw new CannotStart("The service " + service + " did not become ready in " + READY_MAX.toSeconds()
                + " s; its log is " + data.file("logs/" + service + ".log"));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (database != null) {
            database.letGo();
        }
        if (proxy != null) {
            proxy.close();
        }
        for (int i = children.size() - 1; i >= 0; i--) {
            children.get(i).stop(archives.stopSecondsMax());
        }
        if (database != null) {
            try {
                database.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
