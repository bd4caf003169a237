package cn.qifeng.recorder;

import java.util.Map;

/**
 * How a hall is recorded (录制参数).
 *
 * @param segmentSeconds length of a segment
 * @param cameraGapMs without a picture of a camera for longer, there is a gap
 * @param screenGapMs the same of a screen, which sends little while nothing moves
 */
record Settings(Picture camera, Picture screen, int segmentSeconds, long cameraGapMs, long screenGapMs) {

    static final long CAMERA_GAP_MS = 2_000;
    static final long SCREEN_GAP_MS = 10_000;

    /** From the options of the command line. */
    static Settings of(Map<String, String> options) {
        return new Settings(
                Picture.of(options.getOrDefault("camera", "640x360@15")),
                Picture.of(options.getOrDefault("screen", "1280x720@5")),
                Integer.parseInt(options.getOrDefault("segment", "6")),
                CAMERA_GAP_MS,
                SCREEN_GAP_MS);
    }
}
