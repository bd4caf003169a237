package cn.qifeng.launcher.measure.bigfiles;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A line between one bidder and the platform that breaks when so many bytes have gone up. It sees which frames are sent,
 * and which of them again, be it into another upload: a frame's request begins with its path in plain text.
 */
final class BreakingLine implements AutoCloseable {

    private static final Pattern FRAME = Pattern.compile("PUT /api/core/uploads/[0-9a-f-]+/(files/\\d+/frames/\\d+) ");
    private static final int BUFFER = 64 * 1024;
    private static final int PATH_MAX = 160;
    private static final String FULL = "bidding/storage-full";

    private final URI platform;
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> sent = new HashSet<>();
    private final Deque<Break> breaks = new ArrayDeque<>();
    private long up;
    private int again;
    private final Set<String> againSinceBreak = new HashSet<>();
    private int againAfterBreakMax;
    private int broken;
    private int full;

    /** What is done to break the line, once {@code bytes} have gone up it. */
    record Break(long bytes, Runnable how) {}

    private BreakingLine(URI platform, ServerSocket listening) {
        this.platform = platform;
        this.listening = listening;
    }

    /** A line to {@code platform}. */
    static BreakingLine to(URI platform) throws IOException {
        var line = new BreakingLine(platform, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        line.threads.execute(line::accept);
        return line;
    }

    /** Breaks the connection after so many bytes and then does {@code also}; the later ones are told later. */
    synchronized void breakAfter(long bytes, Runnable also) {
        breaks.add(new Break(bytes, also));
    }

    /** Where the bidder finds the platform. */
    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Frames whose sending began. */
    synchronized int frames() {
        return sent.size();
    }

    /** How often the sending of a frame began once more; one may be sent to a service that is not back yet, and again. */
    synchronized int again() {
        return again;
    }

    /** The most different frames that were sent again after one break. */
    synchronized int againAfterBreakMax() {
        return againAfterBreakMax;
    }

    /** How often the line broke. */
    synchronized int broken() {
        return broken;
    }

    /** Answers that said that the store is full. */
    synchronized int full() {
        return full;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var bidder = listening.accept();
                var there = new Socket(platform.getHost(), platform.getPort());
                threads.execute(() -> pump(bidder, there, this::wentUp));
                threads.execute(() -> pump(there, bidder, this::cameDown));
            } catch (IOException closedOrDown) {
                // the bidder asks again
            }
        }
    }

    /** Looks at bytes that pass; the end of what passed before leads. Whether the line breaks here. */
    private interface Look {
        boolean at(String text, int fresh);
    }

    private void pump(Socket from, Socket to, Look look) {
        try (Closeable one = from;
                Closeable other = to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var buffer = new byte[BUFFER];
            var tail = "";
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                var text = tail + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                if (look.at(text, read)) {
                    from.setSoLinger(true, 0);
                    return;
                }
                out.write(buffer, 0, read);
                tail = text.substring(Math.max(0, text.length() - PATH_MAX));
            }
        } catch (IOException ended) {
            // one side went away, and with it the other
        }
    }

    private boolean wentUp(String text, int fresh) {
        Break due;
        synchronized (this) {
            up += fresh;
            var found = FRAME.matcher(text);
            while (found.find()) {
                // a path that ended in the former piece was counted then
                if (found.end() > text.length() - fresh) {
                    begins(found.group(1));
                }
            }
            if (breaks.isEmpty() || breaks.peek().bytes() > up) {
                return false;
            }
            due = breaks.remove();
            broken++;
            againSinceBreak.clear();
        }
        due.how().run();
        return true;
    }

    private void begins(String path) {
        if (!sent.add(path)) {
            again++;
            againSinceBreak.add(path);
            againAfterBreakMax = Math.max(againAfterBreakMax, againSinceBreak.size());
        }
    }

    private synchronized boolean cameDown(String text, int fresh) {
        int at = text.indexOf(FULL);
        full += at >= 0 && at + FULL.length() > text.length() - fresh ? 1 : 0;
        return false;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
