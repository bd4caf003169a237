package cn.qifeng.cli;

import cn.qifeng.cli.seal.SealCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The tools that need no platform: sealing, receipts, audit of a package, and witnesses of the log. */
@Command(
        name = "qifeng",
        description = "Offline tools of Qifeng",
        mixinStandardHelpOptions = true,
        subcommands = {SealCommand.class, ReceiptCommand.class, AuditCommand.class, WitnessCommand.class})
public final class Qifeng {

    private Qifeng() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line with all subcommands. */
    static CommandLine commandLine() {
        return new CommandLine(new Qifeng());
    }
}
