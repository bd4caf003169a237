package cn.qifeng.launcher.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The folder that holds everything one platform keeps: database, objects, keys, logs. Starting again keeps it. */
public final class DataFolder {

    private final Path root;

    /** The folder at {@code root}, made when it is missing, readable by its owner only. */
    public DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        folder("");
    }

    /** Where a platform lives unless told otherwise: a folder in the user's home. */
    public static Path usual() {
        return Path.of(System.getProperty("user.home"), ".qifeng");
    }

    /** Absolute path of the folder itself. */
    public Path root() {
        return root;
    }

    /** A file below the folder. */
    public Path file(String name) {
        return root.resolve(name);
    }

    /** A folder below this one, made when it is missing. */
    public Path folder(String name) {
        try {
            var path = root.resolve(name);
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return path;
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + root + " cannot be written (" + e.getMessage()
                            + "). Choose another one: ./qifeng up --data DIR",
                    e);
        }
    }

    /** Holds the folder for this process until the JVM ends; refuses when another platform uses it. */
    public void hold() {
        try {
            var channel = FileChannel.open(
                    folder("run").resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new CannotStart("A platform already runs on " + root + ". Stop it: ./qifeng down --data " + root);
            }
            Files.writeString(
                    root.resolve("run/pid"),
                    Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Process id of the platform that last held this folder, or -1. */
    public long holder() {
        try {
            var file = root.resolve("run/pid");
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The living process of this folder's PostgreSQL, by the file that PostgreSQL itself keeps. */
    public Optional<ProcessHandle> postmaster() {
        var file = root.resolve("postgres/postmaster.pid");
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
