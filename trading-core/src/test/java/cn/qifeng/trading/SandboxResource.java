package cn.qifeng.trading;

import cn.qifeng.cli.witness.WitnessSeat;
import cn.qifeng.cli.witness.WitnessServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A sandbox for tests of trading-core: its own data folder, and three real witnesses in this process. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {

    private final List<WitnessServer> servers = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        try {
            var data = Files.createTempDirectory("qifeng-test");
            var addresses = new ArrayList<String>();
            for (var name : List.of("supervisor", "notary", "centre")) {
                var seat = new WitnessSeat(name, data.resolve("witnesses").resolve(name), Clock.systemUTC());
                var server = new WitnessServer(seat, 0);
                servers.add(server);
                addresses.add(name + "@http://127.0.0.1:" + server.port());
            }
            return Map.of(
                    "qifeng.mode",
                    "SANDBOX",
                    "qifeng.data",
                    data.resolve("trading-core").toString(),
                    "qifeng.witnesses",
                    String.join(",", addresses));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void stop() {
        servers.forEach(WitnessServer::close);
    }
}
