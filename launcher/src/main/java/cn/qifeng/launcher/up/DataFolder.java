package cn.qifeng.launcher.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The folder that holds everything one platform keeps: database, objects, keys, logs. Starting again keeps it. */
public final class DataFolder {

    private static final long FREE_MIB_MIN = 512;

    private final Path root;

    /** Open as long as this object is used: a channel that is collected gives up its lock. */
    private FileChannel lockFile;

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
            throw notWritable(e);
        }
    }

    /**
     * Holds the folder for this process until the JVM ends; refuses when another platform uses it, or when the disk has
     * no room for one.
     */
    public void hold() {
        try {
            requireRoom();
            lockFile = FileChannel.open(
                    folder("run").resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lockFile.tryLock() == null) {
                throw new CannotStart("A platform already runs on " + root + ". Stop it: ./qifeng down --data " + root);
            }
            Files.deleteIfExists(root.resolve("run/address"));
            Files.writeString(
                    root.resolve("run/pid"),
                    Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    private void requireRoom() throws IOException {
        long free = Files.getFileStore(root).getUsableSpace() >> 20;
        if (free < FREE_MIB_MIN) {
            throw new CannotStart("The disk under " + root + " has " + free + " MiB left, and " + FREE_MIB_MIN
                    + " are needed. Free some, or choose another folder: ./qifeng up --data DIR");
        }
    }

    /** Tells whoever looks for a running platform where it listens. */
    void announce(URI address) {
        write("run/address", address.toString());
    }

    /** Where the platform that holds this folder listens, when one does. */
    public Optional<URI> address() {
        try {
            return held()
                    ? Optional.of(URI.create(
                            Files.readString(root.resolve("run/address")).strip()))
                    : Optional.empty();
        } catch (NoSuchFileException notReady) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean held() throws IOException {
        var file = root.resolve("run/lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(root.resolve(name), text);
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    private CannotStart notWritable(IOException e) {
        return new CannotStart(
                "The data folder " + root + " cannot be written (" + e.getMessage()
                        + "). Choose another one: ./qifeng up --data DIR",
                e);
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
                    .filter(process -> process.info()
                            .commandLine()
                            .orElse("")
                            .contains(root.resolve("postgres").toString()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a client has to trust to speak HTTPS with the platform of this folder: its own root. */
    public SSLContext trust() {
        try (var in = Files.newInputStream(root.resolve("tls/root.pem"))) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "root", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new CannotStart(
                    "There is no root certificate in " + root + ". Name the platform's folder: --data DIR", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
