package cn.qifeng.trust.recording;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream (文件前段), and no more of it: what was recorded up to a place in a file that goes on. */
public final class FirstBytes extends FilterInputStream {

    private long left;

    /** At most {@code length} bytes of {@code in}. */
    public FirstBytes(InputStream in, long length) {
        super(in);
        left = length;
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        left--;
        return super.read();
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int read = super.read(to, at, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
