package cn.qifeng.launcher.measure.hall;

import cn.qifeng.launcher.measure.History;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.measure.seat.Journal;
import cn.qifeng.launcher.measure.seat.Members;
import cn.qifeng.launcher.measure.seat.SeatClient;
import cn.qifeng.launcher.measure.seat.SeatLine;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One evaluation in a hall: members at their clients with their browsers in it, and a service that dies meanwhile. */
final class HallCourse implements AutoCloseable {

    private static final String SERVICE = "remote-evaluation";
    private static final List<String> STAGES =
            List.of("CONVENING", "SCORING", "REVEALING", "REVIEWING", "REPORTING", "CONCLUDED");
    private static final int FPS = 5;
    private static final long PATIENCE_SECONDS = 150;
    private static final long STEP_MS = 300;

    private final OwnPlatform platform;
    private final History history;
    private final HallTally tally;
    private final Map<String, JsonNode> people;
    private final String session;
    private final Path folder;
    private final Journal journal;
    private final Map<String, SeatLine> lines = new LinkedHashMap<>();
    private final Map<String, SeatClient> clients = new LinkedHashMap<>();
    private final List<Peers> peers = new ArrayList<>();

    private HallCourse(OwnPlatform platform, History history, HallTally tally, String session, Path folder) {
        this.platform = platform;
        this.history = history;
        this.tally = tally;
        this.session = session;
        this.folder = folder;
        this.journal = new Journal(folder.resolve("journal.jsonl"));
        this.people = SeatLine.people(platform.address());
    }

    /** Waits for the session of a lot, and plans its hall before anybody is drawn. */
    static HallCourse planned(
            OwnPlatform platform, History history, HallTally tally, String lot, Path folder, String kind)
            throws IOException, InterruptedException {
        var people = SeatLine.people(platform.address());
        var supervisor = SeatLine.of(platform.address(), people.get("supervisor"));
        var session = new String[1];
        await("session of the lot", () -> {
            for (JsonNode duty : supervisor.get("/api/evaluation/sessions/mine").body()) {
                session[0] =
                        duty.path("lot").asText().equals(lot) ? duty.path("id").asText() : session[0];
            }
            return session[0] != null;
        });
        var course = new HallCourse(platform, history, tally, session[0], folder);
        var operator = SeatLine.of(platform.address(), people.get("operator"));
        var path = "/api/evaluation/draws/" + session[0];
        var usual = operator.get(path).body().path("plan");
        var plan = CanonicalJson.object()
                .put("place", usual.path("place").asText())
                .put("hall", kind);
        plan.set("specialties", usual.path("specialties"));
        plan.set("regions", usual.path("regions"));
        var answer = operator.put(path + "/plan", plan);
        if (!answer.good()) {
            throw new IOException("no hall could be planned: " + answer);
        }
        return course;
    }

    String session() {
        return session;
    }

    /** The members' own machines, by account. */
    Map<String, SeatLine> lines() {
        return lines;
    }

    SeatLine supervisor() {
        return SeatLine.of(platform.address(), people.get("supervisor"));
    }

    /** What each member wrote as its sheet, by account. */
    Map<String, JsonNode> sheets() {
        return Members.sheets(journal.lines().stream());
    }

    String at(String below) {
        return Members.at(session, below);
    }

    /** Every member enters by a browser, and is recorded. */
    void enter(String tender) throws IOException, InterruptedException {
        if (lines.isEmpty()) {
            lines.putAll(Members.seated(platform.address(), session));
            lines.forEach(
                    (account, line) -> clients.put(account, new SeatClient(account, line, tender, session, journal)));
            tally.members = lines.size();
        }
        var hub = new Peers(
                Files.createDirectories(folder.resolve("browsers-" + peers.size())), this::said, this::ticket);
        peers.add(hub);
        var line = "ws://127.0.0.1:" + platform.address().getPort() + "/api/evaluation/live/halls/" + session;
        hub.start(List.copyOf(lines.keySet()), FPS, line);
        awaitRecorded();
    }

    private void said(JsonNode said) {
        if (!said.path("kind").asText().equals("frames")) {
            history.note("browser", "said", said.toString());
        }
    }

    private JsonNode ticket(String account) {
        return lines.get(account)
                .post(at("/hall/tickets"), CanonicalJson.object(), UUID.randomUUID())
                .body();
    }

    private void awaitRecorded() throws IOException, InterruptedException {
        await("confirmed recording of all", () -> {
            var members = lines.values()
                    .iterator()
                    .next()
                    .get(at("/recording"))
                    .body()
                    .path("members");
            int confirmed = 0;
            for (JsonNode member : members) {
                confirmed += member.path("confirmed").asBoolean() ? 1 : 0;
            }
            return confirmed == lines.size();
        });
    }

    /** Writing, committing and revealing, each with a death of the service in the middle. */
    void scoreUnderFire(boolean dropDraft, Consumer<String> progress) throws Exception {
        await("scoring", () -> stageIs("SCORING"));
        clients.values().forEach(SeatClient::write);
        all("drafts", SeatClient::send, () -> false, progress);
        lines.forEach((account, line) -> line.post(
                at("/hall/texts"),
                CanonicalJson.object().put("key", UUID.randomUUID().toString()).put("text", "已核对技术文件"),
                UUID.randomUUID()));
        var texts = texts();
        if (mayDie()) {
            die(dropDraft, progress);
        }
        compare(texts);
        all("commitments", SeatClient::commit, () -> stageIs("SCORING"), progress);
        await("revealing", () -> stageIs("REVEALING"));
        all("reveals", SeatClient::reveal, () -> stageIs("REVEALING"), progress);
    }

    /** Whether the service has not died as often as it should. */
    private boolean mayDie() {
        return tally.kills < tally.killsWanted;
    }

    private JsonNode texts() {
        return lines.values().iterator().next().get(at("/hall/texts")).body();
    }

    private void compare(JsonNode texts) {
        tally.textsLost += texts.size() == lines.size() && texts.equals(texts()) ? 0 : 1;
        for (Map.Entry<String, SeatLine> entry : lines.entrySet()) {
            var kept = entry.getValue().get(at("/sheets/draft")).body();
            boolean same = journal.lines().stream()
                    .anyMatch(it -> it.account().equals(entry.getKey())
                            && it.act().equals("draft")
                            && it.n() == kept.path("n").asLong()
                            && it.text().equals(kept.path("sealed").asText()));
            tally.draftsLost += same ? 0 : 1;
        }
    }

    /**
     * Everybody tries until it has succeeded; the service dies once the first one has, where {@code stays} then tells that the
     * session still stands where it stood.
     */
    private void all(String what, Predicate<SeatClient> act, BooleanSupplier stays, Consumer<String> progress)
            throws Exception {
        var done = new AtomicInteger();
        var threads = clients.values().stream()
                .map(client -> new Thread(() -> tryOn(client, act, done)))
                .toList();
        threads.forEach(it -> it.setDaemon(true));
        threads.forEach(Thread::start);
        boolean dies = mayDie() && stays.getAsBoolean();
        if (dies) {
            awaitFirst(what, done);
            die(false, progress);
        }
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
        if (done.get() < clients.size()) {
            throw new IOException(what + ": only " + done + " of " + clients.size() + refusals());
        }
        progress.accept("  %s of all %d".formatted(what, done.get()));
    }

    private void awaitFirst(String what, AtomicInteger done) throws IOException, InterruptedException {
        try {
            await("the first of the " + what, () -> done.get() > 0);
        } catch (IOException none) {
            throw new IOException(none.getMessage() + refusals(), none);
        }
    }

    /** What members were refused with. */
    private String refusals() {
        return clients.values().stream()
                .map(SeatClient::refused)
                .distinct()
                .collect(Collectors.joining("; ", ": ", ""));
    }

    private static void tryOn(SeatClient client, Predicate<SeatClient> act, AtomicInteger done) {
        try {
            while (!act.test(client)) {
                Thread.sleep(STEP_MS);
            }
            done.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL; everybody is back and recorded again, and the chain of the recording tells what was missing. */
    private void die(boolean dropDraft, Consumer<String> progress) throws Exception {
        long items = lastItem();
        int stage = STAGES.indexOf(stage());
        long began = System.nanoTime();
        platform.kill(SERVICE);
        tally.kills++;
        if (dropDraft) {
            drop();
        }
        platform.awaitReady(SERVICE);
        await("faults of all in the chain", () -> faults(items) >= lines.size());
        awaitRecorded();
        double back = (System.nanoTime() - began) / 1e9;
        tally.backSeconds = Math.max(tally.backSeconds, back);
        tally.faultsUntold += Math.max(0, lines.size() - faults(items));
        tally.wentBack += STAGES.indexOf(stage()) < stage ? 1 : 0;
        history.note("kill", "stage", STAGES.get(stage), "backSeconds", back, "faults", faults(items));
        progress.accept(
                "  killed while %s, everybody back and recorded after %.1f s".formatted(STAGES.get(stage), back));
    }

    private void drop() throws Exception {
        try (var connection = platform.database(SERVICE);
                var statement = connection.createStatement()) {
            history.note(
                    "sabotage",
                    "rows",
                    statement.executeUpdate(
                            "delete from sheet_draft where member in (select member from sheet_draft limit 1)"));
        }
    }

    private long lastItem() {
        return recording().path("items").asLong();
    }

    private JsonNode recording() {
        return supervisor().get("/api/evaluation/recordings/" + session).body().path("recording");
    }

    /** Tracks of cameras of which the chain tells a fault behind an item. */
    private int faults(long after) {
        int faults = 0;
        for (JsonNode item : supervisor()
                .get("/api/evaluation/recordings/" + session + "/items?after=" + after)
                .body()) {
            boolean camera = !item.path("track").asText().contains(".");
            faults += item.path("kind").asText().equals("FAULT") && camera ? 1 : 0;
        }
        return faults;
    }

    /** Waits until the log has the end of the recording: the demo moves the clock over the days in which it comes there. */
    void awaitClosed() throws IOException, InterruptedException {
        await(
                "end of the recording in the log",
                () -> recording().path("stage").asText().equals("CLOSED"));
    }

    private boolean stageIs(String stage) {
        return stage().equals(stage);
    }

    private String stage() {
        return lines.values().iterator().next().get(at("")).body().path("stage").asText();
    }

    private static void await(String what, BooleanSupplier there) throws IOException, InterruptedException {
        Halls.await(what, PATIENCE_SECONDS, there);
    }

    @Override
    public void close() throws InterruptedException {
        for (Peers each : peers) {
            each.close();
        }
    }
}
