package cn.qifeng.recorder;

import dev.onvoid.webrtc.media.audio.AudioTrackSink;

/**
 * Sound of a track as one channel of 48,000 samples a second, kept until the encoder takes it. What comes too fast pushes
 * out what is oldest; what is missing becomes silence, so that sound keeps to the wall clock.
 */
final class Sound implements AudioTrackSink {

    static final int RATE = 48_000;
    private static final int BYTES = 2;
    private static final int KEPT = RATE / 2;

    private final short[] ring = new short[KEPT];
    private int first;
    private int count;

    @Override
    public synchronized void onData(byte[] data, int bits, int rate, int channels, int frames) {
        if (bits != 8 * BYTES || rate <= 0 || channels <= 0) {
            return;
        }
        int there = Math.min(frames, data.length / BYTES / channels);
        int samples = (int) ((long) there * RATE / rate);
        for (int i = 0; i < samples; i++) {
            add(mixed(data, (int) ((long) i * rate / RATE), channels));
        }
    }

    private static short mixed(byte[] data, int frame, int channels) {
        int sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            int at = (frame * channels + channel) * BYTES;
            sum += (short) (data[at] & 0xff | data[at + 1] << 8);
        }
        return (short) (sum / channels);
    }

    private void add(short sample) {
        if (count == KEPT) {
            first = (first + 1) % KEPT;
            count--;
        }
        ring[(first + count) % KEPT] = sample;
        count++;
    }

    /** So many samples as little-endian bytes, silence for those that are missing. */
    synchronized byte[] take(int samples) {
        var bytes = new byte[samples * BYTES];
        int there = Math.min(samples, count);
        for (int i = 0; i < there; i++) {
            short sample = ring[(first + i) % KEPT];
            bytes[BYTES * i] = (byte) sample;
            bytes[BYTES * i + 1] = (byte) (sample >> 8);
        }
        first = (first + there) % KEPT;
        count -= there;
        return bytes;
    }
}
