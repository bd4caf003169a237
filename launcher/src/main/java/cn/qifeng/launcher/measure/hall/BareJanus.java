package cn.qifeng.launcher.measure.hall;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** A Janus with the VideoRoom and its WebSocket API and nothing beside it, for comparison: browsers speak to it themselves. */
final class BareJanus implements AutoCloseable {

    private static final Path LIBRARIES = Path.of("/usr/lib/x86_64-linux-gnu/janus");
    private static final int SECRET_BYTES = 16;

    private final Path folder;
    private final int port;
    private final String secret;
    private final Process process;

    BareJanus(Path folder) throws IOException {
        this.folder = folder;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        secret = Hex.encode(bytes);
        configure();
        process = new ProcessBuilder(List.of("janus", "--configs-folder=" + folder, "--disable-colors"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("janus.log").toFile())
                .start();
    }

    private void configure() throws IOException {
        for (String library : List.of("plugins/libjanus_videoroom.so", "transports/libjanus_websockets.so")) {
            var link = folder.resolve(library);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, LIBRARIES.resolve(library));
        }
        Files.createDirectory(folder.resolve("kept"));
        Files.writeString(folder.resolve("janus.jcfg"), """
                general: {
                  configs_folder = "%1$s"
                  plugins_folder = "%1$s/plugins"
                  transports_folder = "%1$s/transports"
                  loggers_folder = "%1$s"
                  events_folder = "%1$s"
                  api_secret = "%2$s"
                  debug_level = 2
                }
                media: { rtp_port_range = "20000-40000" }
                nat: { ignore_mdns = true }
                """.formatted(folder, secret));
        Files.writeString(folder.resolve("janus.transport.websockets.jcfg"), """
                general: { json = "compact", ws = true, ws_ip = "127.0.0.1", ws_port = %d, wss = false }
                admin: { admin_ws = false, admin_wss = false }
                """.formatted(port));
        Files.writeString(folder.resolve("janus.plugin.videoroom.jcfg"), "general: { string_ids = true }\n");
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** What a page needs to enter with its members; the room is like the platform's own. */
    ObjectNode entrance(int turn) {
        var entrance = CanonicalJson.object()
                .put("kind", "bare")
                .put("port", port)
                .put("secret", secret)
                .put("room", "hall")
                .put("folder", folder.resolve("kept").toString())
                .put("turn", turn);
        entrance.putObject("settings")
                .put("publishers", 20)
                .put("bitrate", 800_000)
                .put("videocodec", "vp8")
                .put("audiocodec", "opus")
                .put("fir_freq", 10)
                .put("is_private", true);
        return entrance;
    }

    /** Bytes of all packets that it kept. */
    long kept() throws IOException {
        try (var files = Files.list(folder.resolve("kept"))) {
            return files.mapToLong(it -> it.toFile().length()).sum();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
