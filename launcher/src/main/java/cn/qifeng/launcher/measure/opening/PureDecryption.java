package cn.qifeng.launcher.measure.opening;

import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidKeys;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidOpening;
import cn.qifeng.trust.envelope.FrameCheck;
import cn.qifeng.trust.envelope.Frames;
import cn.qifeng.trust.gcrypt.Gcrypt;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Nothing but the decryption of what the opening decrypted: the same objects of the store, the same call of the same
 * library for each frame, on as many threads. Only the calls are timed, not the reading; the seconds of all threads
 * divided by their number are what perfectly busy threads would take.
 */
final class PureDecryption {

    /** As many as the service opens with. */
    static final int THREADS = new BidOpener(Gcrypt.fastest()).threads();

    /** A bid that its sealer can open. */
    record Bid(UUID upload, BidHeader header, BidKeys keys) {}

    private record Stored(FrameCheck file, int i, Path object) {}

    private final List<Stored> frames;
    private final int files;

    PureDecryption(OwnPlatform platform, List<Bid> bids) throws IOException, SQLException {
        var checks = new HashMap<UUID, Map<Integer, FrameCheck>>();
        for (var bid : bids) {
            var opened = new BidOpening.Opened(bid.header(), bid.keys());
            var byNumber = checks.computeIfAbsent(bid.upload(), upload -> new HashMap<>());
            bid.header()
                    .files()
                    .forEach(file ->
                            byNumber.put(file.n(), new BidOpener(Gcrypt.fastest(), THREADS).frames(opened, file.n())));
        }
        frames = stored(platform, checks);
        files = checks.values().stream().mapToInt(Map::size).sum();
    }

    private static List<Stored> stored(OwnPlatform platform, Map<UUID, Map<Integer, FrameCheck>> checks)
            throws IOException, SQLException {
        var objects = Path.of(platform.settings("trading-core").getProperty("qifeng.data"), "objects");
        var stored = new ArrayList<Stored>();
        try (var connection = platform.database("trading-core");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select upload, n, i, object from upload_frame order by upload, n, i")) {
            while (rows.next()) {
                var id = rows.getString("object");
                stored.add(new Stored(
                        checks.get(rows.getObject("upload", UUID.class)).get(rows.getInt("n")),
                        rows.getInt("i"),
                        objects.resolve(id.substring(0, 2)).resolve(id.substring(2))));
            }
        }
        return stored;
    }

    /** Encrypted bytes of all frames. */
    long bytes() {
        return frames.stream()
                .mapToLong(frame -> frame.file().storedLength(frame.i()))
                .sum();
    }

    /** Files of all bids. */
    int files() {
        return files;
    }

    /** The middle one of so many rounds, after one that warms up. */
    double medianSeconds(int rounds) throws Exception {
        seconds();
        var all = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            all.add(seconds());
        }
        all.sort(Comparator.naturalOrder());
        return all.get(rounds / 2);
    }

    private double seconds() throws Exception {
        var next = new AtomicInteger();
        Callable<Long> work = () -> {
            var buffer = ByteBuffer.allocateDirect(Frames.STORED_MAX);
            long nanos = 0;
            for (int k = next.getAndIncrement(); k < frames.size(); k = next.getAndIncrement()) {
                var frame = frames.get(k);
                read(frame, buffer);
                long began = System.nanoTime();
                frame.file().check(frame.i(), buffer);
                nanos += System.nanoTime() - began;
            }
            return nanos;
        };
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            long nanos = 0;
            for (var one : threads.invokeAll(java.util.Collections.nCopies(THREADS, work))) {
                nanos += one.get();
            }
            return nanos / 1e9 / THREADS;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void read(Stored frame, ByteBuffer buffer) throws IOException {
        buffer.clear().limit(frame.file().storedLength(frame.i()));
        try (var channel = FileChannel.open(frame.object())) {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException(frame.object().toString());
                }
            }
        }
        buffer.flip();
    }
}
