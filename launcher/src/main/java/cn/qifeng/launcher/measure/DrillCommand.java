package cn.qifeng.launcher.measure;

import cn.qifeng.launcher.measure.bigfiles.BigFilesDrill;
import cn.qifeng.launcher.measure.crash.CrashDrill;
import cn.qifeng.launcher.measure.deadline.DeadlineDrill;
import cn.qifeng.launcher.measure.envelopes.EnvelopesDrill;
import cn.qifeng.launcher.measure.hall.HallDrill;
import cn.qifeng.launcher.measure.mutate.MutateDrill;
import cn.qifeng.launcher.measure.partition.PartitionDrill;
import cn.qifeng.launcher.measure.production.ProductionDrill;
import cn.qifeng.launcher.measure.superuser.SuperuserDrill;
import picocli.CommandLine.Command;

/** {@code qifeng drill NAME}: the home of all fault tests. */
@Command(
        name = "drill",
        description = "Break things on purpose, and see that the guarantees hold: exit 0 they do, 1 they do not",
        synopsisSubcommandLabel = "NAME",
        mixinStandardHelpOptions = true,
        subcommands = {
            RestartDrill.class,
            EnvelopesDrill.class,
            MutateDrill.class,
            ProductionDrill.class,
            CrashDrill.class,
            DeadlineDrill.class,
            BigFilesDrill.class,
            SuperuserDrill.class,
            PartitionDrill.class,
            HallDrill.class
        })
public final class DrillCommand {}
