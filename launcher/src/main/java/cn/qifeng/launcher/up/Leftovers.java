package cn.qifeng.launcher.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Processes of a data folder that outlived their launcher, because that one was killed: two services on one database
 * would be one too many, so the next start ends them first.
 */
final class Leftovers {

    private static final Duration STOP_MAX = Duration.ofSeconds(20);

    private final DataFolder data;
    private final Path list;

    Leftovers(DataFolder data) {
        this.data = data;
        this.list = data.folder("run").resolve("processes");
    }

    /** Remembers a process that was just started; it is told by its id and the moment of its start. */
    synchronized void remember(ProcessHandle process) {
        try {
            Files.writeString(list, mark(process) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends what is left of the last run, services before the database. The caller holds the folder, so whatever still
     * runs on it belongs to nobody.
     */
    void end() {
        living().forEach(Leftovers::end);
        data.postmaster().ifPresent(Leftovers::end);
        try {
            Files.deleteIfExists(list);
            Files.deleteIfExists(data.file("postgres/postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<ProcessHandle> living() {
        try {
            return Files.exists(list)
                    ? Files.readAllLines(list).stream().map(Leftovers::find).flatMap(Optional::stream)
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> find(String mark) {
        return ProcessHandle.of(Long.parseLong(mark.substring(0, mark.indexOf(' '))))
                .filter(process -> mark(process).equals(mark));
    }

    private static String mark(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("");
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().orTimeout(STOP_MAX.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
