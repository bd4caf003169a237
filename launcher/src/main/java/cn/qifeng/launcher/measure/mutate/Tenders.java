package cn.qifeng.launcher.measure.mutate;

import cn.qifeng.launcher.demo.Demo;
import cn.qifeng.trust.envelope.OpeningMode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Small tenders that end in every way, each with the packages of all its cuts, fetched over HTTP. */
final class Tenders {

    /** How many packages they give. */
    static final int PACKAGES = 10;

    private static final int BIDS = 3;
    private static final int TOO_FEW = 2;

    private Tenders() {}

    /** Holds them in {@code folder}; throws when a package is not proved. */
    static List<Changed> hold(URI address, Path folder, Consumer<String> progress) throws Exception {
        var contract = tender(address, folder.resolve("contract"), Demo.Ending.CONTRACT, BIDS, progress);
        var other = tender(address, folder.resolve("other"), Demo.Ending.CONTRACT, BIDS, progress);
        var few = tender(address, folder.resolve("few"), Demo.Ending.TOO_FEW, TOO_FEW, progress);
        var rejected = tender(address, folder.resolve("rejected"), Demo.Ending.ALL_REJECTED, BIDS, progress);
        var released = bidders(address, folder.resolve("released"), progress);
        var packages = new ArrayList<Changed>();
        for (String cut : new String[] {"evidence.zip", "public.zip", "party.zip"}) {
            packages.add(changed(contract, cut, other));
            packages.add(changed(rejected, cut, contract));
        }
        for (String cut : new String[] {"evidence.zip", "public.zip"}) {
            packages.add(changed(few, cut, contract));
            packages.add(changed(released, cut, contract));
        }
        return packages;
    }

    private static Changed changed(Path own, String cut, Path other) {
        return new Changed(own.resolve(cut), own.resolve("trust.json"), other.resolve(cut));
    }

    /** A tender whose bidders release their own bids; it ends with the rejection of all, so that it stays small. */
    private static Path bidders(URI address, Path out, Consumer<String> progress) throws Exception {
        progress.accept("a tender whose bidders release their bids");
        var demo = new Demo(address, null, Files.createDirectories(out), BIDS, 1, null).in(OpeningMode.BIDDERS);
        if (!demo.run(new Demo.Watch() {}, Demo.Ending.ALL_REJECTED).proved()) {
            throw new IOException("a package of the tender whose bidders release their bids is not proved");
        }
        return out;
    }

    private static Path tender(URI address, Path out, Demo.Ending ending, int bids, Consumer<String> progress)
            throws Exception {
        progress.accept("a tender that ends with " + ending);
        var demo = new Demo(address, null, Files.createDirectories(out), bids, 1, null);
        if (!demo.run(new Demo.Watch() {}, ending).proved()) {
            throw new IOException("a package of the tender that ends with " + ending + " is not proved");
        }
        return out;
    }
}
