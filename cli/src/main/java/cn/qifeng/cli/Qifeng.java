package cn.qifeng.cli;

import cn.qifeng.cli.blind.BlindCheckCommand;
import cn.qifeng.cli.keyset.KeySetCommand;
import cn.qifeng.cli.score.ScoreCommand;
import cn.qifeng.cli.seal.ReleaseCommand;
import cn.qifeng.cli.seal.SealCommand;
import cn.qifeng.cli.trustee.TrusteeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The tools that need no platform: sealing, receipts, releases, trustees, key sets, price scores, audit of a package, and witnesses of the log. */
@Command(
        name = "qifeng",
        description = "Offline tools of Qifeng",
        mixinStandardHelpOptions = true,
        subcommands = {
            SealCommand.class,
            ReceiptCommand.class,
            ReleaseCommand.class,
            TrusteeCommand.class,
            KeySetCommand.class,
            ScoreCommand.class,
            BlindCheckCommand.class,
            AuditCommand.class,
            WitnessCommand.class
        })
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
