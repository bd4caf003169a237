package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.domain.ObjectStore;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.bidding.domain.StoredFrame;
import cn.qifeng.trading.bidding.domain.Uploads;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.EnvelopeCheck;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Gives the stored frames of a bid (密文): of one file as one stream with one object open at a time, or each by itself. */
@ApplicationScoped
public class BidFrames {

    private static final int BUFFER = 64 * 1024;

    private final Uploads uploads;
    private final ObjectStore store;

    BidFrames(Uploads uploads, ObjectStore store) {
        this.uploads = uploads;
        this.store = store;
    }

    /** Frames of file {@code n}; ends early where an object is gone, which the reader notices. */
    public InputStream of(Sealing sealing, int n) {
        return new Frames(rows(sealing, n).iterator(), store);
    }

    /** Frames {@code first} to {@code last} of file {@code n}, from 0; ends early where one is gone. */
    public InputStream of(Sealing sealing, int n, int first, int last) {
        var rows = rows(sealing, n).stream()
                .filter(row -> row.i() >= first && row.i() <= last)
                .toList();
        return new Frames(rows.iterator(), store);
    }

    private List<StoredFrame> rows(Sealing sealing, int n) {
        return QuarkusTransaction.joiningExisting().call(() -> uploads.frames(sealing.upload(), n));
    }

    /** Where each frame of one bid lies: the objects by file, from 1, and frame, from 0. */
    public record Places(Map<Integer, List<String>> objects) {

        /** Stored frames of file {@code n}. */
        public int count(int n) {
            return objects.getOrDefault(n, List.of()).size();
        }

        /** Object of frame {@code i} of file {@code n}. */
        public String object(int n, int i) {
            return objects.get(n).get(i);
        }
    }

    /** Where every frame of the bid lies. */
    public Places places(Sealing sealing) {
        return new Places(QuarkusTransaction.joiningExisting().call(() -> uploads.frames(sealing.upload())).stream()
                .collect(Collectors.groupingBy(
                        StoredFrame::n, Collectors.mapping(StoredFrame::object, Collectors.toList()))));
    }

    /** Reads one object into the buffer's rest; its whole length in bytes, or -1 when there is none. */
    public long read(String object, ByteBuffer into) {
        return store.read(object, into);
    }

    /** Whether the stored frames are, byte for byte, those that the signed header names. */
    public boolean asSealed(Sealing sealing) {
        var found = new ArrayList<String>();
        differences(sealing, (frame, seen) -> found.add(frame));
        return found.isEmpty();
    }

    /** Hashes every stored frame again; tells of each place that is not what the header names, and what is seen there. */
    void differences(Sealing sealing, BiConsumer<String, String> found) {
        var header = BidHeader.decode(sealing.header());
        List<StoredFrame> rows = QuarkusTransaction.requiringNew().call(() -> uploads.frames(sealing.upload()));
        Map<Integer, List<byte[]>> hashes = new HashMap<>();
        for (var row : rows) {
            hashes.computeIfAbsent(row.n(), n -> new ArrayList<>()).add(Hex.decode(row.sm3()));
            var seen = hash(row.object());
            if (!row.sm3().equals(seen) && stillThere(sealing, row)) {
                found.accept("frame " + row.n() + "/" + row.i(), seen == null ? "no object" : "SM3 " + seen);
            }
        }
        try {
            EnvelopeCheck.checkFrames(header, hashes);
        } catch (Refused differs) {
            if (rows.isEmpty() || stillThere(sealing, rows.get(0))) {
                found.accept("frames", differs.code().code());
            }
        }
    }

    /** The freeze may have dropped it meanwhile. */
    private boolean stillThere(Sealing sealing, StoredFrame row) {
        return QuarkusTransaction.requiringNew()
                .call(() -> uploads.frame(sealing.upload(), row.n(), row.i()))
                .isPresent();
    }

    private String hash(String object) {
        var opened = ObjectStore.idHolds(object) ? store.open(object) : Optional.<InputStream>empty();
        if (opened.isEmpty()) {
            return null;
        }
        var sm3 = new Sm3();
        var buffer = new byte[BUFFER];
        try (var in = opened.get()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sm3.update(buffer, 0, read);
            }
            return Hex.encode(sm3.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
