package cn.qifeng.launcher.measure.partition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Networks of three sites on one machine: a namespace each, joined to the platform by a line that can be cut. */
final class Network implements AutoCloseable {

    static final int SITES = 3;
    private static final String ADDRESS = "10.231.%d.%d";

    private final long id = ProcessHandle.current().pid() % 100_000;

    private Network() {}

    /** Makes them; throws where the machine does not let this process (it takes root and iproute2). */
    static Network make() throws IOException, InterruptedException {
        var network = new Network();
        try {
            for (int site = 1; site <= SITES; site++) {
                network.join(site);
            }
        } catch (IOException refused) {
            network.close();
            throw refused;
        }
        return network;
    }

    /** Every group of sites that is neither empty nor all of them. */
    static List<List<Integer>> subsets() {
        return IntStream.range(1, (1 << SITES) - 1)
                .mapToObj(bits -> IntStream.rangeClosed(1, SITES)
                        .filter(site -> (bits >> (site - 1) & 1) == 1)
                        .boxed()
                        .toList())
                .toList();
    }

    /** The platform as a site sees it. */
    static String platform(int site) {
        return ADDRESS.formatted(site, 1);
    }

    /** The words that begin a command inside a site. */
    List<String> inside(int site) {
        return List.of("ip", "netns", "exec", name(site));
    }

    void cut(List<Integer> sites) throws IOException, InterruptedException {
        for (int site : sites) {
            ip("link", "set", line(site), "down");
        }
    }

    void heal(List<Integer> sites) throws IOException, InterruptedException {
        for (int site : sites) {
            ip("link", "set", line(site), "up");
        }
    }

    private void join(int site) throws IOException, InterruptedException {
        var there = line(site) + "n";
        ip("netns", "add", name(site));
        ip("link", "add", line(site), "type", "veth", "peer", "name", there);
        ip("link", "set", there, "netns", name(site));
        ip("addr", "add", ADDRESS.formatted(site, 1) + "/30", "dev", line(site));
        ip("link", "set", line(site), "up");
        ip("-n", name(site), "addr", "add", ADDRESS.formatted(site, 2) + "/30", "dev", there);
        ip("-n", name(site), "link", "set", there, "up");
        ip("-n", name(site), "link", "set", "lo", "up");
    }

    private String name(int site) {
        return "qifeng-" + id + "-" + site;
    }

    private String line(int site) {
        return "qf" + id + "s" + site;
    }

    private static void ip(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of("ip"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said.strip());
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (int site = 1; site <= SITES; site++) {
            try {
                ip("netns", "del", name(site));
            } catch (IOException wasNeverMade) {
                // nothing to take away
            }
        }
    }
}
