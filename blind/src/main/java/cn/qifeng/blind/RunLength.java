package cn.qifeng.blind;

import java.io.ByteArrayOutputStream;

/**
 * The run-length code of PDF (ISO 32000-1, 7.4.5). Its output follows from its input alone, which that of a compressor
 * in a library does not.
 */
final class RunLength {

    private static final int LENGTH_MAX = 128;
    private static final int END = 128;

    private RunLength() {}

    static byte[] encode(byte[] data) {
        var out = new ByteArrayOutputStream(data.length / 8);
        int at = 0;
        while (at < data.length) {
            int run = run(data, at);
            if (run > 2) {
                out.write(257 - run);
                out.write(data[at]);
                at += run;
            } else {
                int length = literal(data, at);
                out.write(length - 1);
                out.write(data, at, length);
                at += length;
            }
        }
        out.write(END);
        return out.toByteArray();
    }

    private static int run(byte[] data, int at) {
        int end = at + 1;
        while (end < data.length && end - at < LENGTH_MAX && data[end] == data[at]) {
            end++;
        }
        return end - at;
    }

    private static int literal(byte[] data, int at) {
        int end = at;
        while (end < data.length && end - at < LENGTH_MAX && (end == at || run(data, end) <= 2)) {
            end++;
        }
        return end - at;
    }
}
