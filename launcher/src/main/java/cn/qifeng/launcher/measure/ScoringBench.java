package cn.qifeng.launcher.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Turns the revealed sheets of 100, 200 and 400 bids into the result of an evaluation with the classes of remote-evaluation,
 * in one process, warmed up, the sizes in turns. {@code growth} is the larger of the ratios of medians of two sizes of which
 * one is twice the other. Objective points that differ and the technical means are known, so steps that skip their work fail
 * too.
 */
@Command(
        name = "scoring",
        description = "Evaluate 100, 200 and 400 bids: how the time grows when the bids double",
        mixinStandardHelpOptions = true)
public final class ScoringBench extends Measurement {

    private static final int HEAP_MIB = 1536;
    private static final double GROWTH_MAX = 2.2;
    private static final double MILLIS = 1e6;
    private static final String MAIN = "cn.qifeng.evaluation.measure.MeasureScoring";

    @Option(
            names = "--bids",
            description = "bids of the smallest lot; the others have twice and four times as many (default: "
                    + "${DEFAULT-VALUE})",
            defaultValue = "100")
    private int bids;

    @Option(names = "--members", description = "of the panel (default: ${DEFAULT-VALUE})", defaultValue = "9")
    private int members;

    @Option(names = "--items", description = "of a sheet (default: ${DEFAULT-VALUE})", defaultValue = "60")
    private int items;

    @Option(names = "--method", description = "M-A to M-D (default: ${DEFAULT-VALUE})", defaultValue = "M-D")
    private String method;

    @Option(names = "--rounds", description = "behind the warm-up (default: ${DEFAULT-VALUE})", defaultValue = "15")
    private int rounds;

    @Option(names = "--warm-up", description = "rounds before (default: ${DEFAULT-VALUE})", defaultValue = "6")
    private int warmUp;

    @Option(
            names = "--seed",
            description = "what the sheets are made from (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Override
    protected void measure(Figures figures) throws IOException, InterruptedException {
        var sizes = List.of(bids, 2 * bids, 4 * bids);
        progress(
                "scoring %s bids × %d members × %d items by %s, %d rounds behind %d …",
                sizes, members, items, method, rounds, warmUp);
        var arguments = new ArrayList<>(List.of(method));
        for (Object argument : List.of(members, items, seed, warmUp, rounds)) {
            arguments.add(argument.toString());
        }
        sizes.forEach(it -> arguments.add(it.toString()));
        var said = EvaluationProcess.run(MAIN, HEAP_MIB, arguments);
        for (int size : sizes) {
            figures.add("totalMillis" + size, said.median("total" + size, 0) / MILLIS);
        }
        int most = sizes.get(2);
        for (String part : List.of("read", "compute", "write")) {
            figures.add(part + "Millis" + most, said.median(part + most, 0) / MILLIS)
                    .add(part + "Growth", growth(said, part, sizes));
        }
        figures.add("growth", growth(said, "total", sizes), Bar.atMost(GROWTH_MAX))
                .add("foundDifferences", said.last("found"), Bar.exactly(sizes.size()))
                .add("wrongMeans", said.last("wrong"), Bar.exactly(0));
    }

    private static double growth(EvaluationProcess said, String part, List<Integer> sizes) {
        double some = said.median(part + sizes.get(0), 0);
        double twice = said.median(part + sizes.get(1), 0);
        double most = said.median(part + sizes.get(2), 0);
        return Math.max(twice / some, most / twice);
    }
}
