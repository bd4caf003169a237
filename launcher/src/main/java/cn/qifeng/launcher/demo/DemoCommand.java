package cn.qifeng.launcher.demo;

import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.launcher.up.CannotStart;
import cn.qifeng.launcher.up.DataFolder;
import cn.qifeng.launcher.up.Folders;
import cn.qifeng.launcher.up.Platform;
import cn.qifeng.launcher.up.TemporaryFolder;
import cn.qifeng.trust.envelope.OpeningMode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code qifeng demo}: one whole tender through the public API, then its package audited. */
@Command(name = "demo", description = "Drive one whole tender from notice to contract and audit it")
public final class DemoCommand implements Callable<Integer> {

    private static final int BIDS = 5;

    @Option(names = "--bids", description = "how many bids (default: " + BIDS + ", or all of --input)")
    private Integer bids;

    @Option(
            names = "--size-mb",
            description = "size of each technical part (default: ${DEFAULT-VALUE})",
            defaultValue = "20")
    private int megabytes;

    @Option(names = "--input", description = "folder with a tender's real files instead of made-up ones")
    private Path input;

    @Option(
            names = "--out",
            description = "folder for summary and packages (default: ${DEFAULT-VALUE})",
            defaultValue = "out/demo")
    private Path output;

    @Option(
            names = "--data",
            description = "folder of a running platform (default: .qifeng in your home, if one runs there)")
    private Path data;

    @Option(names = "--address", description = "a running platform (default: the one of --data, or a throw-away one)")
    private URI address;

    @Option(
            names = "--mode",
            description = "who opens the bids: TRUSTEES, or BIDDERS release first (default: ${DEFAULT-VALUE})",
            defaultValue = "TRUSTEES")
    private OpeningMode mode;

    @Option(
            names = "--method",
            description = "how prices are scored: M-A to M-E (default: ${DEFAULT-VALUE})",
            defaultValue = "M-A")
    private String method;

    @Option(names = "--blind", description = "technical files are blind, and the panel finds a breach")
    private boolean blind;

    @Option(
            names = "--seats",
            description =
                    "the panel sits at booked seats of two sites, each member at a terminal of its own, and the sub-site hands over")
    private boolean seats;

    @Option(
            names = "--experts",
            description = "where experts are drawn from: OWN pool, or PROVINCIAL library (default: ${DEFAULT-VALUE})",
            defaultValue = "OWN")
    private Variant.Experts experts;

    @Option(
            names = "--award",
            description =
                    "who fixes the winner: a committee's vote (SEPARATED), or the rank of candidates, of whom the first gives up (RANKED; default: ${DEFAULT-VALUE})",
            defaultValue = "SEPARATED")
    private Variant.AwardMode award;

    @Option(
            names = "--replace-keys",
            description = "a trustee loses its key while bids come in, and a new key set takes the former's place")
    private boolean replaceKeys;

    @Option(names = "--rework", description = "the panel reviews once more, and the award is made anew")
    private boolean rework;

    @Option(
            names = "--faults",
            description =
                    "the evaluation at booked seats has two faults: one is cleared, one makes it void, and it is done again")
    private boolean faults;

    @Override
    public Integer call() throws Exception {
        var out = Files.createDirectories(Folders.fromCaller(output));
        var folder = new DataFolder(data == null ? DataFolder.usual() : Folders.fromCaller(data));
        var running = address == null ? folder.address() : Optional.of(address);
        if (running.isPresent()) {
            System.out.println("Using the platform on " + running.get());
            return drive(running.get(), folder, out);
        }
        if (data != null) {
            throw new CannotStart(
                    "No platform runs on " + folder.root() + ". Start it: ./qifeng up --data " + folder.root());
        }
        return onThrowAway(out);
    }

    private int onThrowAway(Path out) throws Exception {
        try (var temporary = TemporaryFolder.make("qifeng-demo")) {
            var folder = new DataFolder(temporary.path());
            try (var platform = new Platform(folder, 0, false, Folders.home())) {
                platform.start();
                System.out.println("A throw-away platform runs on " + platform.address());
                return drive(platform.address(), folder, out);
            } catch (DemoFailed | ApiFailed failed) {
                temporary.keep();
                throw new DemoFailed(
                        "demo", failed.getMessage() + "; logs of the platform: " + folder.file("logs"), failed);
            }
        }
    }

    private Variant variant() {
        var prices = PriceMethod.of(method)
                .orElseThrow(() -> new CannotStart("No tender has a price method " + method + ". Choose M-A to M-E."));
        return new Variant(
                mode, prices, blind, seats || faults, experts, award, replaceKeys, rework, faults, Variant.MEMBERS_MIN);
    }

    private int drive(URI platform, DataFolder folder, Path out) throws Exception {
        var tls = platform.getScheme().equals("https") ? folder.trust() : null;
        var given = input == null ? null : Folders.fromCaller(input);
        var count = bids != null ? bids : given == null ? BIDS : Integer.MAX_VALUE;
        var outcome = new Demo(platform, tls, out, count, megabytes, given, variant()).run(new Demo.Watch() {});
        System.out.println(
                outcome.proved()
                        ? "Contract recorded, package proved. " + out
                        : "The audit does not prove the package.");
        return outcome.proved() ? 0 : 1;
    }
}
