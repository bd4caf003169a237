package cn.qifeng.cli;

import cn.qifeng.cli.witness.WitnessSeat;
import cn.qifeng.cli.witness.WitnessServer;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs one or several witnesses of the log until the process is ended. */
@Command(
        name = "witness",
        description = "Runs witnesses of the log: each signs only heads that extend the last one it signed.",
        mixinStandardHelpOptions = true)
public final class WitnessCommand implements Callable<Integer> {

    private static final int WITNESSES_MAX = 16;

    @Option(names = "--config", required = true, description = "JSON: {\"witnesses\":[{\"name\",\"dir\",\"port\"}]}")
    private Path config;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var file = Fields.of(CanonicalJson.read(Files.readAllBytes(config)));
        for (var json : file.array("witnesses", WITNESSES_MAX)) {
            var one = Fields.of(json);
            var witness = new WitnessSeat(one.text("name"), Path.of(one.text("dir")), Clock.systemUTC());
            var server = new WitnessServer(witness, (int) one.integer("port", 0, 65_535));
            System.out.println("witness " + one.text("name") + " listens on 127.0.0.1:" + server.port());
        }
        new CountDownLatch(1).await();
        return 0;
    }
}
