package cn.qifeng.cli.trustee;

import picocli.CommandLine.Command;

/** {@code qifeng trustee …}: everything that a trustee does, at its own machine and over the public interface alone. */
@Command(
        name = "trustee",
        description =
                "Trustee: keys of a lot, draws, verification of what is to be opened, press, loss and destruction of keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "keys|draw|verify|press|lost|destroy",
        subcommands = {
            KeysCommand.class,
            DrawCommand.class,
            VerifyCommand.class,
            PressCommand.class,
            LostCommand.class,
            DestroyCommand.class
        })
public final class TrusteeCommand {}
