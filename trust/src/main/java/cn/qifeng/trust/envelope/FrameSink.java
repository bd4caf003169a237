package cn.qifeng.trust.envelope;

import java.io.IOException;

/** Where sealed frames go (密文去向): a file, or an upload. */
@FunctionalInterface
public interface FrameSink {

    /** Takes frame {@code i} (from 0) of file {@code n} (from 1), in order. */
    void frame(int n, int i, byte[] frame) throws IOException;
}
