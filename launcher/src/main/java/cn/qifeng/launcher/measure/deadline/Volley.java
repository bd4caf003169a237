package cn.qifeng.launcher.measure.deadline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends shots over connections that stand already: one thread writes each piece at its moment, another reads the answers
 * as they come, so that neither waits for the other.
 */
final class Volley implements AutoCloseable {

    private static final int PIECES = 5;
    private static final int SELECT_MS = 200;

    /** One connection and what came back over it. */
    private static final class Line {
        private final Shot shot;
        private final SocketChannel channel;
        private final ByteBuffer request;
        private final ByteArrayOutputStream back = new ByteArrayOutputStream();

        private Line(Shot shot, SocketChannel channel, ByteBuffer request) {
            this.shot = shot;
            this.channel = channel;
            this.request = request;
        }
    }

    /** Bytes of a line up to a position, to be written at a moment. */
    private record Piece(Line line, int upTo, long atNanos) {}

    private final Selector selector = Selector.open();
    private final List<Line> lines = new ArrayList<>();
    private int open;

    /** Connects a line for every shot, to the node that it is meant for. */
    Volley(List<Shot> shots, List<URI> nodes, String lot) throws IOException {
        for (var shot : shots) {
            var node = nodes.get(shot.node);
            var channel = SocketChannel.open(new InetSocketAddress(node.getHost(), node.getPort()));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            var line = new Line(shot, channel, shot.request(node, lot));
            channel.register(selector, SelectionKey.OP_READ, line);
            lines.add(line);
        }
        open = lines.size();
    }

    /** Fires, and returns when every line was answered or {@code untilNanos} is over. */
    void fire(long untilNanos) throws IOException {
        var writing = CompletableFuture.runAsync(this::write);
        var buffer = ByteBuffer.allocate(64 * 1024);
        while (open > 0 && System.nanoTime() < untilNanos) {
            selector.select(key -> read((Line) key.attachment(), key, buffer), SELECT_MS);
        }
        writing.join();
    }

    private void write() {
        var pieces = new ArrayList<Piece>();
        for (var line : lines) {
            int all = line.request.limit();
            if (line.shot.slowNanos > 0) {
                for (int i = 0; i < PIECES; i++) {
                    long before = line.shot.slowNanos * (PIECES - i) / PIECES;
                    pieces.add(new Piece(line, (all - 1) * (i + 1) / PIECES, line.shot.aimNanos - before));
                }
            }
            pieces.add(new Piece(line, all, line.shot.aimNanos));
        }
        pieces.sort(Comparator.comparingLong(Piece::atNanos));
        for (var piece : pieces) {
            for (long left = piece.atNanos - System.nanoTime(); left > 0; left = piece.atNanos - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            write(piece);
        }
    }

    private static void write(Piece piece) {
        var line = piece.line;
        try {
            int all = line.request.limit();
            if (piece.upTo == all) {
                line.shot.sentNanos = System.nanoTime();
            }
            var part = line.request.duplicate().limit(piece.upTo);
            while (part.hasRemaining()) {
                if (line.channel.write(part) == 0) {
                    TimeUnit.MICROSECONDS.sleep(100);
                }
            }
            line.request.position(piece.upTo);
        } catch (IOException cut) {
            line.shot.sentNanos = line.shot.sentNanos == 0 ? System.nanoTime() : line.shot.sentNanos;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Line line, SelectionKey key, ByteBuffer buffer) {
        try {
            buffer.clear();
            int count = line.channel.read(buffer);
            if (count >= 0) {
                line.back.write(buffer.array(), 0, count);
                return;
            }
        } catch (IOException cut) {
            // what came before the cut counts, if it is an answer
        }
        line.shot.answered(line.back.toByteArray(), System.nanoTime());
        key.cancel();
        open--;
    }

    @Override
    public void close() throws IOException {
        for (var line : lines) {
            line.channel.close();
        }
        selector.close();
    }
}
