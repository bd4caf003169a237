package cn.qifeng.launcher.measure.clearing;

import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.EvaluationProcess;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.Measurement;
import cn.qifeng.launcher.up.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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
            double read = first.median("read", 1);
            double clear = first.median("clear", 1);
            figures.add("readSeconds", read / 1e9)
                    .add("clearSeconds", clear / 1e9)
                    .add("clearPerRead", perRead(first), Bar.atMost(PER_READ_MAX))
                    .add("heapMib" + bids, first.last("heap") / MIB, Bar.atMost(HEAP_MIB));
            progress("clearing %d bills …", many);
            var second = run(lot, 1, "clear");
            figures.add("clearSeconds" + many, second.last("clear") / 1e9)
                    .add("heapMib" + many, second.last("heap") / MIB, Bar.atMost(HEAP_MIB))
                    .add("foundPerBill" + bids, first.last("findings") / bids, Bar.atLeast(PricedBills.WRONG))
                    .add("foundPerBill" + many, second.last("findings") / many, Bar.atLeast(PricedBills.WRONG));
        }
    }

    private static EvaluationProcess run(Path folder, int rounds, String mode)
            throws IOException, InterruptedException {
        return EvaluationProcess.run(MAIN, HEAP_MIB, List.of(folder.toString(), String.valueOf(rounds), mode));
    }

    /** Median of what the rounds say, each for itself, without the first, in which the code was still cold. */
    private static double perRead(EvaluationProcess said) {
        var reads = said.values("read");
        var clears = said.values("clear");
        var ratios = IntStream.range(1, reads.size())
                .mapToDouble(round -> clears.get(round) / reads.get(round))
                .sorted()
                .toArray();
        return ratios[ratios.length / 2];
    }
}
