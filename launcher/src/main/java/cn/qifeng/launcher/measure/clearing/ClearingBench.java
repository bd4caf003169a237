package cn.qifeng.launcher.measure.clearing;

import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.Measurement;
import cn.qifeng.launcher.up.Folders;
import cn.qifeng.launcher.up.TemporaryFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Clears 50 priced bills of 5,000 rows with the classes of remote-evaluation in a process with 256 MiB of heap, and holds
 * the time against that of only reading the same sheets with the same reader, in the same process and in turns; the figure
 * is the median of the rounds behind a warm-up. Then 200 bills in a process with the same heap. What is wrong in the bills is
 * known, so a clearing that skips its work fails too.
 */
@Command(
        name = "clearing",
        description = "Clear 50 and 200 priced bills of 5,000 rows, beside only reading them, with 256 MiB of heap",
        mixinStandardHelpOptions = true)
public final class ClearingBench extends Measurement {

    private static final int HEAP_MIB = 256;
    private static final double PER_READ_MAX = 1.6;
    private static final double MIB = 1 << 20;
    private static final String MAIN = "cn.qifeng.evaluation.clearing.sheet.MeasureClearing";

    @Option(names = "--rows", description = "items of a bill (default: ${DEFAULT-VALUE})", defaultValue = "5000")
    private int rows;

    @Option(names = "--bids", description = "bills of the first part (default: ${DEFAULT-VALUE})", defaultValue = "50")
    private int bids;

    @Option(
            names = "--many",
            description = "bills of the second part (default: ${DEFAULT-VALUE})",
            defaultValue = "200")
    private int many;

    @Option(names = "--rounds", description = "of the first part (default: ${DEFAULT-VALUE})", defaultValue = "5")
    private int rounds;

    @Option(
            names = "--seed",
            description = "what the bills are made from (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Override
    protected void measure(Figures figures) throws IOException, InterruptedException {
        try (var folder = TemporaryFolder.make("qifeng-clearing")) {
            var some = Files.createDirectory(folder.path().resolve("some"));
            var lot = Files.createDirectory(folder.path().resolve("many"));
            progress("writing %d and %d bills of %d rows …", bids, many, rows);
            var bills = new PricedBills(rows, seed);
            bills.write(some, bids);
            bills.write(lot, many);
            progress("reading and clearing %d bills, %d rounds …", bids, rounds);
            var first = run(some, rounds + 1, "both");
            double read = median(first, "read");
            double clear = median(first, "clear");
            figures.add("readSeconds", read / 1e9)
                    .add("clearSeconds", clear / 1e9)
                    .add("clearPerRead", perRead(first), Bar.atMost(PER_READ_MAX))
                    .add("heapMib" + bids, last(first, "heap") / MIB, Bar.atMost(HEAP_MIB));
            progress("clearing %d bills …", many);
            var second = run(lot, 1, "clear");
            figures.add("clearSeconds" + many, last(second, "clear") / 1e9)
                    .add("heapMib" + many, last(second, "heap") / MIB, Bar.atMost(HEAP_MIB))
                    .add("foundPerBill" + bids, last(first, "findings") / bids, Bar.atLeast(PricedBills.WRONG))
                    .add("foundPerBill" + many, last(second, "findings") / many, Bar.atLeast(PricedBills.WRONG));
        }
    }

    /** The lines that the process printed; throws with them when it ended otherwise than well. */
    private static List<String> run(Path folder, int rounds, String mode) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MIB + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        MAIN,
                        folder.toString(),
                        String.valueOf(rounds),
                        mode)
                .redirectErrorStream(true);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes());
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException("clearing ended with " + exit + ":\n" + said);
        }
        return said.lines().toList();
    }

    private static String classPath() throws IOException {
        var built = Folders.home().resolve("remote-evaluation/target/quarkus-app");
        try (var app = Files.list(built.resolve("app"));
                var libraries = Files.list(built.resolve("lib/main"))) {
            return Stream.concat(app, libraries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** Median of what the rounds say, each for itself. */
    private static double perRead(List<String> lines) {
        var reads = values(lines, "read").skip(1).toList();
        var clears = values(lines, "clear").skip(1).toList();
        var ratios = IntStream.range(0, reads.size())
                .mapToDouble(round -> clears.get(round) / reads.get(round))
                .sorted()
                .toArray();
        return ratios[ratios.length / 2];
    }

    /** Median of the lines of this name, without the first, in which the code was still cold. */
    private static double median(List<String> lines, String name) {
        var sorted = values(lines, name).skip(1).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static double last(List<String> lines, String name) {
        var all = values(lines, name).toList();
        return all.get(all.size() - 1);
    }

    private static Stream<Double> values(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> Double.valueOf(line.substring(name.length() + 1)));
    }
}
