package cn.qifeng.launcher.measure;

import cn.qifeng.launcher.measure.clearing.ClearingBench;
import cn.qifeng.launcher.measure.deadline.DeadlineBench;
import cn.qifeng.launcher.measure.hall.HallBench;
import cn.qifeng.launcher.measure.opening.OpeningBench;
import cn.qifeng.launcher.measure.seal.SealBench;
import cn.qifeng.launcher.measure.seal.SealBrowserBench;
import picocli.CommandLine.Command;

/** {@code qifeng bench NAME}: the home of all measurements. */
@Command(
        name = "bench",
        description = "Measure, and hold the figures to their bars: exit 0 met, 1 missed",
        synopsisSubcommandLabel = "NAME",
        mixinStandardHelpOptions = true,
        subcommands = {
            StartBench.class,
            DemoBench.class,
            SealBench.class,
            SealBrowserBench.class,
            LogBench.class,
            DeadlineBench.class,
            OpeningBench.class,
            ClearingBench.class,
            ScoringBench.class,
            HallBench.class
        })
public final class BenchCommand {}
