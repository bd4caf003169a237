package cn.qifeng.blind;

import cn.qifeng.trust.json.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The process that reads a foreign file: {@code FILE RULES OUT RESULT}. It tells each page on standard output, and ends
 * itself when one takes too long.
 */
final class BlindWorker {

    /** Exit code: a page took too long. */
    static final int TOO_LONG = 3;

    /** Exit code: the file asks for more memory than there is. */
    static final int TOO_LARGE = 4;

    private static final long PAGE_MS_MAX = 60_000;
    private static final long ALL_MS_MAX = 30 * 60_000;
    private static final long LOOK_MS = 500;

    private BlindWorker() {}

    /** Checks one file. */
    public static void main(String[] args) throws IOException {
        var began = new AtomicLong(System.nanoTime());
        watch(began);
        try {
            FixedFonts.install();
            var rules = BlindRules.from(CanonicalJson.decode(Files.readAllBytes(Path.of(args[1]))));
            var check = new BlindCheck(rules, (page, pages) -> {
                began.set(System.nanoTime());
                System.out.println(page + " " + pages);
            });
            var checked = check.check(Path.of(args[0]), Path.of(args[2]));
            Files.write(Path.of(args[3]), CanonicalJson.encode(checked.toJson()));
        } catch (OutOfMemoryError | StackOverflowError e) {
            Runtime.getRuntime().halt(TOO_LARGE);
        }
        System.exit(0);
    }

    private static void watch(AtomicLong began) {
        long start = began.get();
        var thread = new Thread(() -> {
            while (within(began.get(), PAGE_MS_MAX) && within(start, ALL_MS_MAX)) {
                try {
                    Thread.sleep(LOOK_MS);
                } catch (InterruptedException e) {
                    return;
                }
            }
            Runtime.getRuntime().halt(TOO_LONG);
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean within(long began, long msMax) {
        return System.nanoTime() - began < msMax * 1_000_000;
    }
}
