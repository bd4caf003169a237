package cn.qifeng.cli.keyset;

import picocli.CommandLine.Command;

/** {@code qifeng key-set …}: what an agency does about the trustees of its tender. */
@Command(
        name = "key-set",
        description = "Agency: name the trustees of a tender, and replace a key set after the publication",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "name|replace",
        subcommands = {NameCommand.class, ReplaceCommand.class})
public final class KeySetCommand {}
