package cn.qifeng.launcher.measure.partition;

import cn.qifeng.launcher.measure.History;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.measure.seat.Members;
import cn.qifeng.launcher.measure.seat.SeatLine;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** An evaluation whose three sites are cut off again and again while their members write, commit and reveal. */
final class Course implements AutoCloseable {

    private static final long AHEAD = 1_000_000;
    private static final long BREATH_MS = 600;

    private final OwnPlatform platform;
    private final Network network;
    private final History history;
    private final PartitionTally tally;
    private final String session;
    private final Map<String, SeatLine> lines;
    private final List<Site> sites = new ArrayList<>();
    private final Predicate<String> sabotaged;

    private Course(
            OwnPlatform platform,
            Network network,
            History history,
            PartitionTally tally,
            String session,
            Predicate<String> sabotaged) {
        this.platform = platform;
        this.network = network;
        this.history = history;
        this.tally = tally;
        this.session = session;
        this.lines = Members.seated(platform.address(), session);
        this.sabotaged = sabotaged;
    }

    /** Finds the members of the session, and starts the three sites with some of them each. */
    static Course of(
            OwnPlatform platform,
            Network network,
            History history,
            PartitionTally tally,
            String tender,
            String session,
            Path folder,
            Predicate<String> sabotaged)
            throws IOException, InterruptedException {
        var course = new Course(platform, network, history, tally, session, sabotaged);
        for (int number = 1; number <= Network.SITES; number++) {
            var own = new ArrayList<String>();
            int place = 0;
            for (String account : course.lines.keySet()) {
                if (place++ % Network.SITES == number - 1) {
                    own.add(account);
                }
            }
            int port = platform.address().getPort();
            course.sites.add(Site.start(network, number, port, folder, tender, session, own));
        }
        return course;
    }

    /** The members' own machines, all connected, by account. */
    Map<String, SeatLine> lines() {
        return lines;
    }

    /** What each member wrote as its sheet, by account. */
    Map<String, JsonNode> sheets() {
        return Members.sheets(sites.stream().flatMap(it -> it.journal().lines().stream()));
    }

    /** Cuts some sites off for a time while everybody writes, and compares what they wrote with what is kept. */
    void cutWhileWriting(List<Integer> cut, int seconds) throws Exception {
        tellAll("draft");
        Thread.sleep(BREATH_MS);
        cut(cut, seconds);
        long before = written(cut);
        var rivals = new LinkedHashMap<String, String>();
        Thread.sleep(BREATH_MS / 2);
        for (Site site : sites) {
            if (cut.contains(site.number())) {
                rivals.put(site.members().get(0), overtake(site.members().get(0)));
            }
        }
        Thread.sleep(seconds * 1000L);
        tally.draftsWhileCut += written(cut) - before;
        demandStage("SCORING");
        network.heal(cut);
        tellAll("pause");
        for (Site site : sites) {
            site.await("pause");
        }
        compare(rivals);
    }

    /** Another machine of the same member, which is connected, keeps a newer draft. */
    private String overtake(String account) throws Exception {
        var line = lines.get(account);
        long n = line.get(at("/sheets/draft")).body().path("n").asLong() + AHEAD;
        var sealed = Base64.getEncoder().encodeToString(("another machine of " + account + " at " + n).getBytes());
        var kept =
                line.put(at("/sheets/draft"), CanonicalJson.object().put("n", n).put("sealed", sealed));
        if (!kept.good()) {
            throw new IOException("the other machine was refused: " + kept);
        }
        if (sabotaged.test(PartitionDrill.UNFENCED)) {
            change("update sheet_draft set n = 0");
        }
        return sealed;
    }

    private void compare(Map<String, String> rivals) throws Exception {
        if (sabotaged.test(PartitionDrill.DROP_DRAFT)) {
            change("delete from sheet_draft where member in (select member from sheet_draft limit 1)");
        }
        for (Site site : sites) {
            var journal = site.journal().lines();
            for (String account : site.members()) {
                var own = journal.stream()
                        .filter(it -> it.account().equals(account))
                        .toList();
                var newest = own.get(own.size() - 1);
                var kept = lines.get(account).get(at("/sheets/draft")).body();
                boolean same = kept.path("n").asLong() == newest.n()
                        && kept.path("sealed").asText().equals(newest.text());
                tally.draftsLost += same ? 0 : 1;
                if (rivals.containsKey(account)) {
                    boolean fenced = own.stream()
                            .anyMatch(it ->
                                    it.act().equals("overtaken") && it.text().equals(rivals.get(account)));
                    tally.staleRefused += fenced ? 1 : 0;
                    tally.staleAccepted += fenced ? 0 : 1;
                }
            }
        }
        history.note("compared", "lost", tally.draftsLost, "staleAccepted", tally.staleAccepted);
    }

    /** A site is cut off just as its members commit, another before that; the sheets stay shut until all are in. */
    void cutWhileCommitting(int seconds) throws Exception {
        sites.get(0).tell("commit");
        Thread.sleep(20);
        finish("commit", List.of(1, 2), seconds, "SCORING");
    }

    /** A site is cut off while the others reveal; no price opens before it has revealed, too. */
    void cutWhileRevealing(int seconds) throws Exception {
        finish("reveal", List.of(3), seconds, "REVEALING");
    }

    private void finish(String act, List<Integer> cut, int seconds, String stage) throws Exception {
        cut(cut, seconds);
        for (Site site : sites) {
            if (!act.equals("commit") || site.number() > 1) {
                site.tell(act);
            }
        }
        Thread.sleep(seconds * 1000L);
        demandStage(stage);
        network.heal(cut);
        for (Site site : sites) {
            site.await(act);
        }
    }

    private void cut(List<Integer> cut, int seconds) throws Exception {
        network.cut(cut);
        tally.cuts++;
        history.note("cut", "sites", cut, "seconds", seconds);
    }

    private void demandStage(String stage) {
        for (SeatLine line : lines.values()) {
            var view = line.get(at("")).body();
            boolean waits = view.path("stage").asText().equals(stage) && !view.hasNonNull("result");
            tally.wentOnWhileCut += waits ? 0 : 1;
        }
    }

    private long written(List<Integer> of) {
        return sites.stream()
                .filter(it -> of.contains(it.number()))
                .flatMap(it -> it.journal().lines().stream())
                .filter(it -> it.act().equals("draft"))
                .count();
    }

    private void tellAll(String word) throws IOException {
        for (Site site : sites) {
            site.tell(word);
        }
    }

    private void change(String sql) throws Exception {
        try (var connection = platform.database("remote-evaluation");
                var statement = connection.createStatement()) {
            history.note("sabotage", "rows", statement.executeUpdate(sql));
        }
    }

    private String at(String below) {
        return Members.at(session, below);
    }

    @Override
    public void close() {
        sites.forEach(Site::close);
    }
}
