package cn.qifeng.evaluation.hall.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coturn on the loopback interface judges what a hall gives out. */
@DisplayName("Credentials before a relay 中继验证凭证")
class TurnRelayTest {

    private static final String SECRET = "a-secret-of-the-relay";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int START_SECONDS_MAX = 10;
    private static final int TALK_SECONDS_MAX = 20;

    @TempDir
    private Path folder;

    private Process relay;
    private int port;

    @BeforeEach
    void relayRuns() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            port = socket.getLocalPort();
        }
        relay = new ProcessBuilder(List.of(
                        "turnserver",
                        "-n",
                        "--use-auth-secret",
                        "--static-auth-secret=" + SECRET,
                        "--realm=qifeng",
                        "--listening-ip=" + LOOPBACK,
                        "--relay-ip=" + LOOPBACK,
                        "--listening-port=" + port,
                        "--min-port=49152",
                        "--max-port=49252",
                        "--allow-loopback-peers",
                        "--no-tls",
                        "--no-dtls",
                        "--no-cli",
                        "--log-file=stdout",
                        "--pidfile=" + folder.resolve("pid"),
                        "--userdb=" + folder.resolve("users")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("relay.log").toFile())
                .start();
        await();
    }

    private void await() throws IOException, InterruptedException {
        var until = Instant.now().plusSeconds(START_SECONDS_MAX);
        while (true) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(LOOPBACK, port), 500);
                return;
            } catch (IOException notYet) {
                if (Instant.now().isAfter(until) || !relay.isAlive()) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    @AfterEach
    void relayEnds() throws InterruptedException {
        relay.destroyForcibly().waitFor();
    }

    @Test
    void opensWithACredentialOfTheMomentAndToNoOther() throws Exception {
        var now = Instant.now();
        var life = Duration.ofMinutes(10);
        assertThat(relays(TurnCredential.of(SECRET, "M03", now, life))).isTrue();
        assertThat(relays(TurnCredential.of(SECRET, "M03", now.minus(life).minusSeconds(60), life)))
                .as("expired")
                .isFalse();
        assertThat(relays(TurnCredential.of("another-secret-of-it", "M03", now, life)))
                .as("of another secret")
                .isFalse();
    }

    /** Whether an allocation comes about and carries packets there and back. */
    private boolean relays(TurnCredential credential) throws IOException, InterruptedException {
        var client = new ProcessBuilder(List.of(
                        "turnutils_uclient",
                        "-y",
                        "-n",
                        "3",
                        "-m",
                        "1",
                        "-p",
                        String.valueOf(port),
                        "-u",
                        credential.username(),
                        "-w",
                        credential.credential(),
                        LOOPBACK))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("client.log").toFile())
                .start();
        boolean ended = client.waitFor(TALK_SECONDS_MAX, TimeUnit.SECONDS);
        client.destroyForcibly().waitFor();
        return ended && client.exitValue() == 0;
    }
}
