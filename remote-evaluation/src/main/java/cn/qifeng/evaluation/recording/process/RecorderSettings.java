package cn.qifeng.evaluation.recording.process;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where recorders and recordings are, and how they record (录制参数). */
@ConfigMapping(prefix = "qifeng.evaluation.recorder")
interface RecorderSettings {

    /** Folder with the recorder's program and its libraries; without it nothing is recorded. */
    Optional<Path> program();

    /** Where recordings are kept. */
    @WithDefault("${qifeng.data}/recordings")
    Path folder();

    /** Picture of a camera: width, height and pictures a second. */
    @WithDefault("640x360@15")
    String camera();

    /** Picture of a screen. */
    @WithDefault("1280x720@5")
    String screen();

    /** Seconds of a segment. */
    @WithDefault("6")
    int segment();

    /** Memory of one recorder, in MB. */
    @WithDefault("256")
    int heap();

    /** STUN and TURN servers, a JSON list of {@code urls}, {@code username}, {@code credential}. */
    @WithDefault("[]")
    String ice();
}
