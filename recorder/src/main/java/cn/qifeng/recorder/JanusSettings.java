package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * How a hall's Janus runs (媒体服务器参数).
 *
 * @param program the program, {@code janus} where it is on the path
 * @param libraries folder with its {@code plugins} and {@code transports}
 * @param address the address, or a prefix of it, on which media are taken; empty: every one of this machine
 * @param ports UDP ports for media, {@code 20000-40000}
 * @param bitrate most bits a second of one browser's pictures
 * @param pieceMs milliseconds between two items of one file
 * @param fileMs milliseconds behind which a file is followed by another one
 * @param natLines lines of its settings that name STUN and TURN
 */
record JanusSettings(
        String program,
        Path libraries,
        String address,
        String ports,
        long bitrate,
        long pieceMs,
        long fileMs,
        String natLines) {

    /** From the options of the command line. */
    static JanusSettings of(Map<String, String> options) throws IOException {
        var address = options.getOrDefault("address", "");
        return new JanusSettings(
                options.getOrDefault("janus", "janus"),
                Path.of(options.getOrDefault("libraries", "/usr/lib/x86_64-linux-gnu/janus")),
                address,
                options.getOrDefault("ports", "20000-40000"),
                Long.parseLong(options.getOrDefault("bitrate", "800000")),
                1_000 * Long.parseLong(options.getOrDefault("piece", "10")),
                1_000 * Long.parseLong(options.getOrDefault("file", "600")),
                nat(address));
    }

    private static String nat(String address) throws IOException {
        JsonNode quoted = new ObjectMapper().valueToTree(address);
        return address.isEmpty() ? "" : "ice_enforce_list = " + quoted;
    }
}
