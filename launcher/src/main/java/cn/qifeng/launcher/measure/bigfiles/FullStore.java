package cn.qifeng.launcher.measure.bigfiles;

import cn.qifeng.launcher.measure.OwnPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An object store on a small file system of its own in memory, which fills up and is made larger; needs root. */
final class FullStore implements AutoCloseable {

    private static final int MOUNT_SECONDS_MAX = 20;

    private final Path objects;

    private FullStore(Path objects) {
        this.objects = objects;
    }

    /** Where a platform keeps its objects. */
    static Path of(OwnPlatform platform) {
        return platform.data().resolve("trading-core").resolve("objects");
    }

    /** Puts a small one where a platform that has not started yet will keep its objects. */
    static FullStore mount(OwnPlatform platform, int megabytes) throws IOException, InterruptedException {
        var objects = Files.createDirectories(of(platform));
        run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + megabytes + "m", "tmpfs", objects.toString());
        return new FullStore(objects);
    }

    /** Makes it larger, as its operator does. */
    void grow(int megabytes) throws IOException, InterruptedException {
        run("mount", "-o", "remount,size=" + megabytes + "m", objects.toString());
    }

    /** Leaves half an object behind, as a store would that does not clean up. */
    void leaveHalf() throws IOException {
        Files.write(objects.resolve("incoming").resolve("f".repeat(32)), new byte[100]);
    }

    /** Objects that no frame on record names, or that are not as long as it says; half-written ones count. */
    int broken(OwnPlatform platform) throws IOException, SQLException {
        Map<String, Long> recorded = new HashMap<>();
        try (var connection = platform.database("trading-core");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select object, length from upload_frame")) {
            while (rows.next()) {
                recorded.put(rows.getString(1), rows.getLong(2));
            }
        }
        int broken = 0;
        try (var files = Files.walk(objects)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var id = "" + file.getParent().getFileName() + file.getFileName();
                broken += Long.valueOf(Files.size(file)).equals(recorded.remove(id)) ? 0 : 1;
            }
        }
        return broken + recorded.size();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (!process.waitFor(MOUNT_SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": "
                    + new String(process.getInputStream().readAllBytes()).strip()
                    + ". It needs root; --skip-full-disk leaves this part out.");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "--lazy", objects.toString());
    }
}
