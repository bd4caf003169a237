package cn.qifeng.recorder;

import cn.qifeng.trust.hash.Hex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Janus of this hall's own (媒体服务器). Its API listens on the loopback interface alone, on a port of the moment, and
 * knows this recorder by a secret that lives as long as the process; browsers reach it by media alone. It ends with this
 * JVM, also when that is killed.
 */
final class JanusServer {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;
    /** Ends what it started when its own input ends, which happens at the latest with the JVM that holds the other end. */
    private static final String TIED = "\"$@\" </dev/null & it=$!; cat >/dev/null; kill -9 $it";

    private final Path folder;
    private final Process process;
    private final int port;
    private volatile boolean ending;
    private final String secret = secret();

    /** Starts it; {@code log} gets what it says. */
    JanusServer(JanusSettings settings, Path log) throws IOException {
        folder = Files.createTempDirectory("qifeng-janus");
        port = freePort();
        configure(settings);
        process = new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        TIED,
                        "janus",
                        settings.program(),
                        "--configs-folder=" + folder,
                        "--disable-colors"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** A word that nobody guesses. */
    static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Hex.encode(bytes);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }

    private void configure(JanusSettings settings) throws IOException {
        link(settings.libraries().resolve("plugins"), "plugins", "libjanus_videoroom.so");
        link(settings.libraries().resolve("transports"), "transports", "libjanus_websockets.so");
        write("janus.jcfg", """
                general: {
                  configs_folder = "%1$s"
                  plugins_folder = "%1$s/plugins"
                  transports_folder = "%1$s/transports"
                  loggers_folder = "%1$s"
                  events_folder = "%1$s"
                  api_secret = "%2$s"
                  admin_secret = "%3$s"
                  debug_level = 2
                  session_timeout = 60
                  hide_dependencies = true
                }
                media: { rtp_port_range = "%4$s" }
                nat: {
                  ignore_mdns = true
                  full_trickle = false
                  %5$s
                }
                """.formatted(folder, secret, secret(), settings.ports(), settings.natLines()));
        write("janus.transport.websockets.jcfg", """
                general: { json = "compact", ws = true, ws_ip = "127.0.0.1", ws_port = %d, wss = false }
                admin: { admin_ws = false, admin_wss = false }
                """.formatted(port));
        write("janus.plugin.videoroom.jcfg", """
                general: { string_ids = true }
                """);
    }

    private void link(Path from, String to, String library) throws IOException {
        var own = Files.createDirectories(folder.resolve(to));
        Files.createSymbolicLink(own.resolve(library), from.resolve(library));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Where its API is. */
    URI address() {
        return URI.create("ws://127.0.0.1:" + port);
    }

    /** By what it knows this recorder. */
    String apiSecret() {
        return secret;
    }

    boolean alive() {
        return process.isAlive() && process.descendants().findAny().isPresent();
    }

    /** Whether it ends because this recorder wants it to. */
    boolean ending() {
        return ending;
    }

    /** Ends it, and takes its settings away. */
    void end() {
        ending = true;
        try {
            process.getOutputStream().close();
            process.waitFor();
            clear();
        } catch (IOException | UncheckedIOException e) {
            Log.say("janus left something behind: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
