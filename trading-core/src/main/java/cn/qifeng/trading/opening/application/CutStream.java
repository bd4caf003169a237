package cn.qifeng.trading.opening.application;

import java.io.IOException;
import java.io.OutputStream;

/** Lets only a part of what is written through: whole frames come in, the bytes that were asked for go out. */
final class CutStream extends OutputStream {

    private final OutputStream out;
    private long skip;
    private long rest;

    CutStream(OutputStream out, long skip, long length) {
        this.out = out;
        this.skip = skip;
        this.rest = length;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int dropped = (int) Math.min(skip, length);
        int kept = (int) Math.min(rest, length - dropped);
        skip -= dropped;
        rest -= kept;
        if (kept > 0) {
            out.write(bytes, offset + dropped, kept);
        }
    }
}
