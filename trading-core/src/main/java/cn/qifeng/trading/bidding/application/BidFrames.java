package cn.qifeng.trading.bidding.application;

import cn.qifeng.trading.bidding.domain.ObjectStore;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.bidding.domain.StoredFrame;
import cn.qifeng.trading.bidding.domain.Uploads;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** Gives the stored frames of one file as one stream (密文流); one object is open at a time. */
@ApplicationScoped
public class BidFrames {

    private final Uploads uploads;
    private final ObjectStore store;

    BidFrames(Uploads uploads, ObjectStore store) {
        this.uploads = uploads;
        this.store = store;
    }

    /** Frames of file {@code n}; ends early where an object is gone, which the reader notices. */
    public InputStream of(Sealing sealing, int n) {
        List<StoredFrame> frames = QuarkusTransaction.joiningExisting().call(() -> uploads.frames(sealing.upload(), n));
        return new Frames(frames.iterator(), store);
    }

    private static final class Frames extends InputStream {

        private final Iterator<StoredFrame> rest;
        private final ObjectStore store;
        private InputStream current = InputStream.nullInputStream();

        Frames(Iterator<StoredFrame> rest, ObjectStore store) {
            this.rest = rest;
            this.store = store;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = current.read(buffer, offset, length);
            while (read < 0 && rest.hasNext()) {
                current.close();
                current = store.open(rest.next().object()).orElseGet(InputStream::nullInputStream);
                read = current.read(buffer, offset, length);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            current.close();
        }
    }
}
