package cn.qifeng.launcher.measure.mutate;

import cn.qifeng.launcher.demo.Demo;
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
    static final int PACKAGES = 8;

    private static final int BIDS = 3;
    private static final int TOO_FEW = 2;

    private Tenders() {}

    /** Holds the tender of the second installation in {@code folder}; throws when a package is not proved. */
    static Path holdElsewhere(URI address, Path folder, Consumer<String> progress) throws Exception {
        return tender(address, folder.resolve("elsewhere"), Demo.Ending.CONTRACT, BIDS, progress);
    }

    /**
     * Holds them in {@code folder}; throws when a package is not proved.
     *
     * @param elsewhere the packages of a tender of another installation
     */
    static List<Changed> hold(URI address, Path folder, Path elsewhere, Consumer<String> progress) throws Exception {
        var contract = tender(address, folder.resolve("contract"), Demo.Ending.CONTRACT, BIDS, progress);
        var other = tender(address, folder.resolve("other"), Demo.Ending.CONTRACT, BIDS, progress);
        var few = tender(address, folder.resolve("few"), Demo.Ending.TOO_FEW, TOO_FEW, progress);
        var rejected = tender(address, folder.resolve("rejected"), Demo.Ending.ALL_REJECTED, BIDS, progress);
        var packages = new ArrayList<Changed>();
        for (String cut : new String[] {"evidence.zip", "public.zip", "party.zip"}) {
            packages.add(changed(contract, cut, other, elsewhere));
            packages.add(changed(rejected, cut, contract, elsewhere));
        }
        for (String cut : new String[] {"evidence.zip", "public.zip"}) {
            packages.add(changed(few, cut, contract, elsewhere));
        }
        return packages;
    }

    private static Changed changed(Path own, String cut, Path other, Path elsewhere) {
        return new Changed(own.resolve(cut), own.resolve("trust.json"), other.resolve(cut), elsewhere.resolve(cut));
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
