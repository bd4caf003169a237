package cn.qifeng.launcher;

import cn.qifeng.cli.AuditCommand;
import cn.qifeng.cli.ReceiptCommand;
import cn.qifeng.cli.VerifyHandoverCommand;
import cn.qifeng.cli.VerifyRecordingCommand;
import cn.qifeng.cli.blind.BlindCheckCommand;
import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.cli.keyset.KeySetCommand;
import cn.qifeng.cli.score.ScoreCommand;
import cn.qifeng.cli.seal.ReleaseCommand;
import cn.qifeng.cli.seal.SealCommand;
import cn.qifeng.cli.trustee.TrusteeCommand;
import cn.qifeng.launcher.demo.DemoCommand;
import cn.qifeng.launcher.demo.DemoFailed;
import cn.qifeng.launcher.fuzz.FuzzCommand;
import cn.qifeng.launcher.measure.BenchCommand;
import cn.qifeng.launcher.measure.DrillCommand;
import cn.qifeng.launcher.up.CannotStart;
import cn.qifeng.launcher.up.DownCommand;
import cn.qifeng.launcher.up.RecordClassesCommand;
import cn.qifeng.launcher.up.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of one installation: {@code ./qifeng COMMAND}. */
@Command(
        name = "qifeng",
        mixinStandardHelpOptions = true,
        description = "Qifeng 启封: public resource trading, sealed and verifiable",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            FirstAdministratorsCommand.class,
            RecordClassesCommand.class,
            DemoCommand.class,
            SealCommand.class,
            ReceiptCommand.class,
            ReleaseCommand.class,
            TrusteeCommand.class,
            KeySetCommand.class,
            ScoreCommand.class,
            BlindCheckCommand.class,
            AuditCommand.class,
            VerifyRecordingCommand.class,
            VerifyHandoverCommand.class,
            BenchCommand.class,
            DrillCommand.class,
            FuzzCommand.class
        })
public final class Qifeng {

    private Qifeng() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with all subcommands; what cannot start or is refused becomes one sentence and exit code 1. */
    static CommandLine commandLine() {
        return new CommandLine(new Qifeng()).setExecutionExceptionHandler((thrown, line, parsed) -> {
            if (thrown instanceof CannotStart || thrown instanceof DemoFailed || thrown instanceof ApiFailed) {
                line.getErr().println(thrown.getMessage());
                return 1;
            }
            throw thrown;
        });
    }
}
