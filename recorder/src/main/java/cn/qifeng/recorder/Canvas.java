package cn.qifeng.recorder;

import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The last picture of a track in a size that does not change, whatever sizes arrive: scaled to fit, on black. Pictures
 * come on threads of the native library, which never wait here.
 */
final class Canvas implements VideoTrackSink {

    private static final byte BLACK = 16;
    private static final byte GREY = (byte) 128;

    private final Picture picture;
    private volatile byte[] last;
    private volatile long arrivedAt = System.currentTimeMillis();
    private final AtomicLong arrived = new AtomicLong();

    Canvas(Picture picture) {
        this.picture = picture;
        this.last = empty(picture);
    }

    /** I420 bytes of the last picture. */
    byte[] last() {
        return last;
    }

    /** When the last picture came, in milliseconds since 1970; before the first, when the track began. */
    long arrivedAt() {
        return arrivedAt;
    }

    /** How many pictures came. */
    long arrived() {
        return arrived.get();
    }

    @Override
    public void onVideoFrame(VideoFrame frame) {
        try {
            draw(frame);
            arrivedAt = System.currentTimeMillis();
            arrived.incrementAndGet();
        } finally {
            frame.release();
        }
    }

    private void draw(VideoFrame frame) {
        int width = frame.buffer.getWidth();
        int height = frame.buffer.getHeight();
        double scale = Math.min((double) picture.width() / width, (double) picture.height() / height);
        int fitWidth = even(width * scale, picture.width());
        int fitHeight = even(height * scale, picture.height());
        boolean same = fitWidth == width && fitHeight == height;
        var scaled = same ? frame.buffer : frame.buffer.cropAndScale(0, 0, width, height, fitWidth, fitHeight);
        try {
            var planes = scaled.toI420();
            try {
                last = drawn(planes, fitWidth, fitHeight);
            } finally {
                if (planes != scaled) {
                    planes.release();
                }
            }
        } finally {
            if (!same) {
                scaled.release();
            }
        }
    }

    private byte[] drawn(I420Buffer planes, int width, int height) {
        var next = empty(picture);
        int left = (picture.width() - width) / 4 * 2;
        int top = (picture.height() - height) / 4 * 2;
        int luma = picture.width() * picture.height();
        copy(
                planes.getDataY(),
                planes.getStrideY(),
                next,
                top * picture.width() + left,
                picture.width(),
                width,
                height);
        int half = picture.width() / 2;
        int from = luma + top / 2 * half + left / 2;
        copy(planes.getDataU(), planes.getStrideU(), next, from, half, width / 2, height / 2);
        copy(planes.getDataV(), planes.getStrideV(), next, from + luma / 4, half, width / 2, height / 2);
        return next;
    }

    private static void copy(ByteBuffer plane, int stride, byte[] to, int from, int toStride, int width, int height) {
        var rows = plane.duplicate();
        for (int row = 0; row < height; row++) {
            rows.position(row * stride);
            rows.get(to, from + row * toStride, width);
        }
    }

    private static int even(double length, int max) {
        return Math.max(2, Math.min(max, (int) Math.round(length / 2) * 2));
    }

    private static byte[] empty(Picture picture) {
        var bytes = new byte[picture.bytes()];
        Arrays.fill(bytes, 0, picture.width() * picture.height(), BLACK);
        Arrays.fill(bytes, picture.width() * picture.height(), bytes.length, GREY);
        return bytes;
    }
}
