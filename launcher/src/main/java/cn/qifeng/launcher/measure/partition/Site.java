package cn.qifeng.launcher.measure.partition;

import cn.qifeng.launcher.measure.seat.Journal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A site's process as the drill leads it. */
final class Site implements AutoCloseable {

    private static final long ANSWER_SECONDS_MAX = 120;

    private final int number;
    private final List<String> members;
    private final Journal journal;
    private final Process process;
    private final Writer to;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private Site(int number, List<String> members, Journal journal, Process process) {
        this.number = number;
        this.members = List.copyOf(members);
        this.journal = journal;
        this.process = process;
        this.to = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        var reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it inside its network and waits until its members have logged in. */
    static Site start(
            Network network, int number, int port, Path folder, String tender, String session, List<String> of)
            throws IOException, InterruptedException {
        var journal = new Journal(folder.resolve("site-" + number + ".jsonl"));
        var command = new ArrayList<>(network.inside(number));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                SiteProcess.class.getName(),
                "http://" + Network.platform(number) + ":" + port,
                tender,
                session,
                journal.file().toString()));
        command.addAll(of);
        var process = new ProcessBuilder(command)
                .redirectError(folder.resolve("site-" + number + ".log").toFile())
                .start();
        var site = new Site(number, of, journal, process);
        site.await("ready");
        return site;
    }

    int number() {
        return number;
    }

    List<String> members() {
        return members;
    }

    Journal journal() {
        return journal;
    }

    void tell(String word) throws IOException {
        to.write(word + "\n");
        to.flush();
    }

    /** Waits until the site says so; throws when it does not within two minutes. */
    void await(String word) throws IOException, InterruptedException {
        var heard = said.poll(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        if (!word.equals(heard)) {
            throw new IOException("site " + number + " said " + heard + " instead of " + word);
        }
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            in.lines().forEach(said::add);
        } catch (IOException ended) {
            // the process has ended
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
