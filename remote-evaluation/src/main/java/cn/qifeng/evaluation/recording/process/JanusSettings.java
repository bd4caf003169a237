package cn.qifeng.evaluation.recording.process;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How halls with a media server are held (会议服务器参数). Each hall has a Janus of its own beside its recorder. */
@ConfigMapping(prefix = "qifeng.evaluation.hall.janus")
interface JanusSettings {

    /** The program. */
    @WithDefault("janus")
    String program();

    /** Folder with its {@code plugins} and {@code transports}. */
    @WithDefault("/usr/lib/x86_64-linux-gnu/janus")
    String libraries();

    /** The private address on which media are taken, or its beginning, {@code 10.0.0.}; without it every address. */
    Optional<String> address();

    /** UDP ports for media of all halls of this machine; a browser needs one for each line. */
    @WithDefault("20000-40000")
    String ports();

    /** Most bits a second of one browser's pictures. */
    @WithDefault("800000")
    long bitrate();

    /** Seconds between two items of the chain for one file. */
    @WithDefault("10")
    int piece();

    /** Seconds behind which a file is followed by another one. */
    @WithDefault("600")
    int file();

    /** The same as options of a recorder. */
    default List<String> options() {
        var options = new ArrayList<>(List.of("--janus", program(), "--libraries", libraries()));
        options.addAll(List.of("--ports", ports(), "--bitrate", String.valueOf(bitrate())));
        options.addAll(List.of("--piece", String.valueOf(piece()), "--file", String.valueOf(file())));
        address().ifPresent(it -> options.addAll(List.of("--address", it)));
        return options;
    }
}
