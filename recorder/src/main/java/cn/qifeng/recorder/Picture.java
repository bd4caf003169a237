package cn.qifeng.recorder;

/**
 * What a track is recorded as (录制画面).
 *
 * @param width in pixels, even
 * @param height in pixels, even
 * @param rate pictures a second
 */
record Picture(int width, int height, int rate) {

    Picture {
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0 || rate < 1 || rate > 60) {
            throw new IllegalArgumentException("picture " + width + "x" + height + "@" + rate);
        }
    }

    /** Reads {@code 640x360@15}. */
    static Picture of(String text) {
        var parts = text.split("[x@]");
        if (parts.length != 3) {
            throw new IllegalArgumentException("picture " + text);
        }
        return new Picture(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    String size() {
        return width + "x" + height;
    }

    int bytes() {
        return width * height * 3 / 2;
    }
}
