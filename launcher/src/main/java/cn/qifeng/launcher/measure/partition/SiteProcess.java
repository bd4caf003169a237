package cn.qifeng.launcher.measure.partition;

import cn.qifeng.launcher.measure.seat.Journal;
import cn.qifeng.launcher.measure.seat.SeatClient;
import cn.qifeng.launcher.measure.seat.SeatLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The clients of one site, in a process and a network of their own; told by lines what to do. */
public final class SiteProcess {

    private static final int FIXED = 4;
    private static final long PAUSE_MS = 200;

    private final List<SeatClient> seats;
    private volatile String task = "pause";
    private String said = "pause";

    private SiteProcess(List<SeatClient> seats) {
        this.seats = List.copyOf(seats);
    }

    /** Arguments: address of the platform, tender, session, journal, and the accounts of the site's members. */
    public static void main(String[] arguments) throws Exception {
        var platform = URI.create(arguments[0]);
        var journal = new Journal(Path.of(arguments[FIXED - 1]));
        var people = SeatLine.people(platform);
        var seats = new ArrayList<SeatClient>();
        for (int i = FIXED; i < arguments.length; i++) {
            var line = SeatLine.of(platform, people.get(arguments[i]));
            seats.add(new SeatClient(arguments[i], line, arguments[1], arguments[2], journal));
        }
        new SiteProcess(seats).run();
    }

    private void run() throws InterruptedException {
        beside(this::listen);
        beside(this::send);
        say("ready");
        while (!task.equals("end")) {
            var now = task;
            switch (now) {
                case "draft" -> seats.forEach(SeatClient::write);
                case "pause" -> done(now, SeatClient::send);
                case "commit" -> done(now, SeatClient::commit);
                default -> done(now, SeatClient::reveal);
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    private static void beside(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    /** Drafts are sent beside their writing, which waits for no answer. */
    private void send() {
        while (!task.equals("end")) {
            if (task.equals("draft")) {
                seats.forEach(SeatClient::send);
            }
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Tries for every member; says so once when all succeeded. */
    private void done(String now, Predicate<SeatClient> act) {
        if (said.equals(now)) {
            return;
        }
        boolean all = true;
        for (SeatClient seat : seats) {
            all &= act.test(seat);
        }
        if (all) {
            said = now;
            say(now);
        }
    }

    private void listen() {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String told = in.readLine(); told != null; told = in.readLine()) {
                said = told.equals("draft") ? told : said;
                task = told;
            }
        } catch (IOException ended) {
            // whoever told has ended
        }
        task = "end";
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
