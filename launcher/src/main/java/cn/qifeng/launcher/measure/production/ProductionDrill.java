package cn.qifeng.launcher.measure.production;

import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Drill;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.up.TemporaryFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import picocli.CommandLine.Command;

/**
 * {@code qifeng drill production}: starts trading-core in production with one wrong setting after another, each of which
 * must stop the start with a sentence that names it; then with right settings, and looks that nothing of the sandbox is
 * there: no legal clock to move, no demo people, no certificates for everybody.
 */
@Command(
        name = "production",
        description = "Start production with wrong settings, which must stop it, and with right ones",
        mixinStandardHelpOptions = true)
public final class ProductionDrill extends Drill {

    private static final String SANDBOX = "sandbox-mode";
    private static final List<String> SANDBOX_ONLY = List.of(
            "POST /api/core/sandbox/clock",
            "GET /api/core/sandbox/people",
            "GET /api/core/sandbox/people/supervisor/key-file",
            "POST /api/core/sandbox/certificates");

    private final HttpClient client = HttpClient.newHttpClient();
    private int refused;
    private int started;

    @Override
    protected Map<String, String> sabotages() {
        return Map.of(SANDBOX, "every start is one of a sandbox");
    }

    /** A setting that is wrong, and what the refusal must say of it. */
    private record Wrong(String name, String said, Map<String, String> settings) {}

    @Override
    protected void measure(Figures figures) throws Exception {
        int wrongs = 0;
        var faults = new ArrayList<String>();
        try (var folder = TemporaryFolder.make("qifeng-production");
                var sandbox = OwnPlatform.make()) {
            progress("a sandbox gives the database: ready in %.1f s", sandbox.start());
            var installation = Installation.prepare(sandbox, folder.path());
            for (Wrong wrong : wrongs(installation)) {
                wrongs++;
                refuses(wrong, folder.path());
            }
            faults.addAll(starts(installation, folder.path()));
        }
        figures.add("wrongSettings", wrongs)
                .add("refused", refused, Bar.exactly(wrongs))
                .add("started", started, Bar.exactly(1))
                .add("faults", faults.size(), Bar.exactly(0));
    }

    private List<Wrong> wrongs(Installation installation) throws IOException {
        var right = installation.rightSettings();
        var database = installation.sandboxSettings();
        var wrongs = new ArrayList<Wrong>();
        wrongs.add(wrong(right, "sandbox setting", "qifeng.sandbox.", "qifeng.sandbox.seed", "true"));
        wrongs.add(wrong(right, "plain HTTP", "qifeng.address must be", "qifeng.address", "http://ggzy.example"));
        wrongs.add(wrong(right, "short secret", "qifeng.service.secret must be", "qifeng.service.secret", "secret"));
        wrongs.add(
                new Wrong("known password", "quarkus.datasource.password must be", installation.withKnownPassword()));
        for (String key : List.of("roots", "log.key", "receipt.key", "seal.key", "time-stamp.key")) {
            var said =
                    key.equals("roots") ? "roots of licensed authorities" : "needs the key " + key.replace(".key", "");
            var keys = installation.keysWithout(key).toString();
            wrongs.add(wrong(right, "no " + key, said, "qifeng.keys.directory", keys));
        }
        for (String vault : List.of("qifeng.vault.file", "qifeng.login-vault.file")) {
            var nowhere = installation.nowhere().toString();
            wrongs.add(wrong(right, "no " + vault, "production needs the vault key " + vault, vault, nowhere));
        }
        var open = installation.openVault().toString();
        wrongs.add(wrong(right, "vault for all", "everybody on the machine can read", "qifeng.vault.file", open));
        var administrators = new TreeMap<>(right);
        administrators.keySet().removeIf(name -> name.startsWith("qifeng.first-administrators.audit-admin"));
        wrongs.add(new Wrong("no auditor", "production has no audit-admin", administrators));
        var sandboxed = new TreeMap<>(right);
        for (String name : List.of("jdbc.url", "username", "password")) {
            sandboxed.put("quarkus.datasource." + name, database.getProperty("quarkus.datasource." + name));
        }
        wrongs.add(new Wrong("a sandbox's database", "cannot go on in mode PRODUCTION", sandboxed));
        return wrongs;
    }

    private static Wrong wrong(Map<String, String> right, String name, String said, String setting, String value) {
        var settings = new TreeMap<>(right);
        settings.put(setting, value);
        return new Wrong(name, said, settings);
    }

    private void refuses(Wrong wrong, Path folder) throws IOException, InterruptedException {
        try (var service = Service.start(mode(wrong.settings()), folder, "wrong")) {
            boolean ready = service.ready();
            boolean good = !ready && service.exit() > 0 && service.said().contains(wrong.said());
            refused += good ? 1 : 0;
            history().note("wrong", "setting", wrong.name(), "ready", ready, "exit", service.exit(), "refused", good);
            progress("  %s: %s", wrong.name(), good ? "refused" : ready ? "STARTED" : "NOT SAID: " + reason(service));
        }
    }

    private List<String> starts(Installation installation, Path folder) throws IOException, InterruptedException {
        var faults = new ArrayList<String>();
        try (var service = Service.start(mode(installation.rightSettings()), folder, "right")) {
            boolean ready = service.ready();
            started += ready ? 1 : 0;
            if (!ready) {
                progress("  right settings: NOT STARTED: %s", reason(service));
                return faults;
            }
            for (String request : SANDBOX_ONLY) {
                int status = ask(installation.address(), request).statusCode();
                if (status != 404) {
                    faults.add(request + " answers " + status);
                }
            }
            var clock = ask(installation.address(), "GET /api/core/clock");
            if (!clock.body().contains("\"sandbox\":false")) {
                faults.add("the clock says " + clock.body());
            }
            if (clock.headers().firstValue("Strict-Transport-Security").isEmpty()) {
                faults.add("no Strict-Transport-Security");
            }
            progress("  right settings: started, %s", faults.isEmpty() ? "nothing of the sandbox" : faults);
            history().note("right", "faults", faults);
        }
        return faults;
    }

    private Map<String, String> mode(Map<String, String> settings) {
        var used = new TreeMap<>(settings);
        if (sabotaged(SANDBOX)) {
            used.put("qifeng.mode", "SANDBOX");
        }
        return used;
    }

    private HttpResponse<String> ask(URI address, String request) throws IOException, InterruptedException {
        var parts = request.split(" ");
        var body = parts[0].equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString("{\"to\":\"2030-01-01T00:00:00.000Z\"}");
        return client.send(
                HttpRequest.newBuilder(address.resolve(parts[1]))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .method(parts[0], body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The cause that lies deepest, or else the first error. */
    private static String reason(Service service) throws IOException {
        var lines = service.said().lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((outer, inner) -> inner)
                .or(() -> lines.stream()
                        .filter(line -> line.contains("ERROR") || line.contains("Exception"))
                        .findFirst())
                .orElse("nothing");
    }
}
