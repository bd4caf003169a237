package cn.qifeng.launcher.measure;

import picocli.CommandLine.Command;

/** {@code qifeng drill NAME}: the home of all fault tests. */
@Command(
        name = "drill",
        description = "Break things on purpose, and see that the guarantees hold: exit 0 they do, 1 they do not",
        synopsisSubcommandLabel = "NAME",
        mixinStandardHelpOptions = true,
        subcommands = {})
public final class DrillCommand {}
