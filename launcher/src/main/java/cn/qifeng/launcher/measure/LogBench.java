package cn.qifeng.launcher.measure;

import cn.qifeng.cli.client.Api;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.log.MerkleProofs;
import cn.qifeng.trust.log.MerkleTree;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What an entry, a head and a proof cost in a short log and in a long one, through the running service and its
 * database. Filling puts whole entries into the tables; the service itself takes them into its tree, under its own heads,
 * and at the end hashes all of them again.
 */
@Command(
        name = "log",
        description = "append, head and proof time in a log of 10 thousand and of 1 million entries",
        mixinStandardHelpOptions = true)
final class LogBench extends Measurement {

    private static final int CHUNK = 20_000;
    private static final int WARM_UP = 60;
    private static final int FIRST_WARM_UP = 1500;
    private static final String AUDITOR = "audit-admin";
    private static final int CHECK_MINUTES_MAX = 14;

    @Option(
            names = "--short",
            description = "entries of the short log (default: ${DEFAULT-VALUE})",
            defaultValue = "10000")
    private int shortLog;

    @Option(
            names = "--long",
            description = "entries of the long log (default: ${DEFAULT-VALUE})",
            defaultValue = "1000000")
    private int longLog;

    @Option(names = "--rounds", description = "of each measurement (default: ${DEFAULT-VALUE})", defaultValue = "300")
    private int rounds;

    private OwnPlatform platform;

    /** Medians, in milliseconds. */
    private record Costs(double append, double head, double proof) {

        double growthFrom(Costs former) {
            return Math.max(append / former.append, Math.max(head / former.head, proof / former.proof));
        }
    }

    @Override
    protected void measure(Figures figures) throws Exception {
        try (var made = OwnPlatform.make()) {
            platform = made;
            progress("starting a platform …");
            platform.start();
            try (var database = platform.database("trading-core")) {
                var before = costs(database, shortLog, FIRST_WARM_UP);
                var after = costs(database, longLog, WARM_UP);
                tell(figures, "short", before);
                tell(figures, "long", after);
                figures.add("growth", after.growthFrom(before), Bar.atMost(2));
                check(figures);
                figures.add("residentMib", Memory.of(platform.processes()).residentMib());
            }
        }
    }

    private void tell(Figures figures, String log, Costs costs) {
        figures.add(log + "AppendMillis", costs.append);
        figures.add(log + "HeadMillis", costs.head);
        figures.add(log + "ProofMillis", costs.proof);
    }

    /** After a warm-up, so that compiled code is compared with compiled code. */
    private Costs costs(Connection database, int entries, int warmUp) throws Exception {
        fill(database, entries);
        var core = AsService.of(platform);
        var tender = UUID.randomUUID();
        progress("%d entries: appending, heads, proofs …", count(database));
        median(warmUp, () -> append(core, tender));
        double append = median(rounds, () -> append(core, tender));
        double head = median(Math.max(20, rounds / 10), () -> {
            append(core, tender).run();
            return () -> core.post("/internal/heads", CanonicalJson.object());
        });
        var hashes = some(database, warmUp + rounds);
        var turn = new AtomicInteger();
        median(warmUp, () -> proof(core, hashes.get(turn.getAndIncrement() % hashes.size())));
        double proof = median(rounds, () -> proof(core, hashes.get(turn.getAndIncrement() % hashes.size())));
        return new Costs(append, head, proof);
    }

    /** Until so many entries are under a head. */
    private void fill(Connection database, int entries) throws Exception {
        var fill = new LogFill(database);
        for (long have = count(database); have < entries; have = count(database)) {
            fill.add((int) Math.min(CHUNK, entries - have));
            AsService.of(platform).post("/internal/heads", CanonicalJson.object());
            progress("  %d of %d entries", count(database), entries);
        }
        try (var statement = database.createStatement()) {
            statement.execute("analyze");
        }
    }

    /** Has the audit administrator hash the whole log again, and waits for what comes of it. */
    private void check(Figures figures) throws InterruptedException {
        progress("hashing the whole log again …");
        var auditor = StaffLogin.of(AUDITOR, new Api(HttpClient.newHttpClient(), platform.address()));
        long began = System.nanoTime();
        var id = auditor.post("/api/core/log/checks", CanonicalJson.object()).path("id");
        JsonNode check = null;
        for (int i = 0; i < CHECK_MINUTES_MAX * 60 && (check == null || running(check)); i++) {
            Thread.sleep(1000);
            for (var one : auditor.get("/api/core/log/checks")) {
                check = one.path("id").equals(id) ? one : check;
            }
        }
        figures.add("checkSeconds", (System.nanoTime() - began) / 1e9);
        figures.add(
                "checkDifferences",
                running(check) ? -1 : check.path("differences").asInt(),
                Bar.exactly(0));
    }

    private static boolean running(JsonNode check) {
        return check.path("state").asText().equals("RUNNING");
    }

    private static Timed append(AsService core, UUID tender) {
        var entry = CanonicalJson.object()
                .put("id", UUID.randomUUID().toString())
                .put("tender", tender.toString())
                .put("type", "bench/appended");
        entry.putObject("body").put("text", "An entry as long as most are, so that its row is a usual one.");
        return () -> core.post("/internal/evidence", entry);
    }

    private static Timed proof(AsService core, String contentHash) {
        return () -> requireProved(contentHash, core.get("/api/core/log/proofs/" + contentHash));
    }

    private static ObjectNode requireProved(String contentHash, ObjectNode answer) {
        var leaf = answer.required("leaf");
        var head = answer.required("head").required("head");
        var entry = MerkleTree.entry(Hex.decode(leaf.required("nonce").textValue()), Hex.decode(contentHash));
        var steps = new ArrayList<byte[]>();
        for (JsonNode step : leaf.required("proof")) {
            steps.add(Hex.decode(step.textValue()));
        }
        boolean proved = MerkleProofs.verifyInclusion(
                entry,
                leaf.required("index").longValue(),
                head.required("size").longValue(),
                steps,
                Hex.decode(head.required("root").textValue()));
        if (!proved) {
            throw new IllegalStateException("the proof of " + contentHash + " does not hold");
        }
        return answer;
    }

    /** Contents from anywhere in the log. */
    private static List<String> some(Connection database, int count) throws SQLException {
        try (var statement = database.prepareStatement(
                "select content_hash from log_content where leaf_index >= 0 order by random() limit ?")) {
            statement.setInt(1, count);
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    private static long count(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from log_content where leaf_index >= 0")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Something whose duration counts. */
    private interface Timed {

        Object run() throws IOException, InterruptedException;
    }

    /** Makes ready what is not measured, and gives what is. */
    private interface Prepared {

        Timed next() throws IOException, InterruptedException;
    }

    private static double median(int rounds, Prepared work) throws IOException, InterruptedException {
        var nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            var timed = work.next();
            long began = System.nanoTime();
            timed.run();
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return nanos[rounds / 2] / 1e6;
    }
}
