package cn.qifeng.evaluation.recording.process;

import cn.qifeng.evaluation.panel.domain.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Films made of packets (回放影片): {@code janus-pp-rec} puts the packets in order, {@code ffmpeg} puts picture and sound into
 * one WebM without encoding. They lie beside the recordings, prove nothing, and are made again when they are gone.
 */
@ApplicationScoped
class Films {

    private static final int SECONDS_MAX = 120;

    private final Path folder;

    Films(RecorderSettings settings) {
        this.folder = settings.folder().resolve("films");
    }

    /** The film of a file with pictures; made anew when the file grew. */
    synchronized Path of(SessionId session, Path file) throws IOException {
        var track = file.getParent().getFileName().toString();
        var own = Files.createDirectories(folder.resolve(session.toString()).resolve(track));
        var film = own.resolve(file.getFileName() + "." + Files.size(file) + ".webm");
        if (!Files.exists(film)) {
            make(file, own, film);
        }
        return film;
    }

    private static void make(Path file, Path own, Path film) throws IOException {
        var name = file.getFileName().toString();
        var work = Files.createTempDirectory(own, "make");
        try {
            var inputs = new ArrayList<Path>();
            inputs.add(ordered(file, work.resolve("picture.webm")));
            var sound = file.resolveSibling(name.replaceFirst("-video-.*", "-audio-0.mjr"));
            if (name.contains("-video-1.") && Files.exists(sound)) {
                inputs.add(ordered(sound, work.resolve("sound.opus")));
            }
            var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
            inputs.forEach(it -> command.addAll(List.of("-i", it.toString())));
            var made = work.resolve("film.webm");
            command.addAll(List.of("-c", "copy", made.toString()));
            run(command);
            former(own, name);
            Files.move(made, film, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            clear(work);
        }
    }

    private static Path ordered(Path packets, Path to) throws IOException {
        run(List.of("janus-pp-rec", "-d", "0", packets.toString(), to.toString()));
        return to;
    }

    /** Takes away the film of the same file when it was shorter. */
    private static void former(Path own, String name) throws IOException {
        try (var all = Files.newDirectoryStream(own, name + ".*.webm")) {
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("no film could be made by " + command.get(0));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Deletes the films of a session. */
    void delete(SessionId session) {
        try {
            clear(folder.resolve(session.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
