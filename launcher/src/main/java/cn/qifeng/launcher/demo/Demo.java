package cn.qifeng.launcher.demo;

import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.proof.Receipt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * One whole tender on a running platform, for the command, for measurements and for drills.
 *
 * @param address where the platform listens
 * @param tls what to trust when it listens by HTTPS, or {@code null}
 * @param out folder for summary, packages, keys and envelopes
 * @param bids how many bids, at the most as many as {@code input} has
 * @param megabytes size of each technical part that is made up
 * @param input folder with a tender's real files, or {@code null}
 * @param variant by which of the platform's ways it goes
 */
public record Demo(URI address, SSLContext tls, Path out, int bids, int megabytes, Path input, Variant variant) {

    /** Somebody who watches. */
    public interface Watch {

        /** Called before each step. */
        default void before(String step, Seen seen) throws Exception {}

        /** Does a step itself, by other clients; whether it did. */
        default boolean instead(String step, Seen seen) throws Exception {
            return false;
        }
    }

    /** What the platform acknowledged so far. */
    public interface Seen {

        /** The lot, once it is there. */
        String lot();

        /** The tender, once it is there. */
        String tender();

        /** The session of its evaluation, once it is there. */
        String session();

        /** Verified receipts, in the order in which they came. */
        List<Receipt> receipts();

        /** What the platform now tells each bidder of its own bids in the lot, as the bidder's client sees it. */
        List<String> receiptHashesNow();

        /** Number and hash of the last entry of the tender's chain. */
        String chainHead();
    }

    /**
     * What came of it.
     *
     * @param proved whether the tender came to its ending and the audits prove every package
     * @param steps seconds of each step
     */
    public record Outcome(boolean proved, Map<String, Double> steps) {}

    /** How the tender ends. */
    public enum Ending {
        /** With a contract. */
        CONTRACT,
        /** With fewer than three bids: the lot fails and the envelopes stay shut (流标). */
        TOO_FEW,
        /** With every bid rejected by the panel (否决所有投标). */
        ALL_REJECTED
    }

    /** A tender whose trustees open (保管人解密). */
    public Demo(URI address, SSLContext tls, Path out, int bids, int megabytes, Path input) {
        this(address, tls, out, bids, megabytes, input, Variant.USUAL);
    }

    /** Runs every step to the contract and writes everything into {@link #out}; throws when a step comes to nothing. */
    public Outcome run(Watch watch) throws Exception {
        return run(watch, Ending.CONTRACT);
    }

    /** Runs every step to another ending; without a contract there is no summary. */
    public Outcome run(Watch watch, Ending ending) throws Exception {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10));
        if (tls != null) {
            builder.sslContext(tls);
        }
        var tour = new Tour(new Api(builder.build(), address));
        return new Scenario(tour, material(tour), out, watch, variant).run(ending);
    }

    private Material material(Tour tour) throws IOException {
        return input == null
                ? OwnMaterial.make(Files.createDirectories(out.resolve("files")), bids, megabytes, tour)
                : GivenMaterial.read(input, bids);
    }
}
