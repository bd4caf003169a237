package cn.qifeng.evaluation.recording.process;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.ChainItem;
import cn.qifeng.evaluation.recording.domain.Media;
import cn.qifeng.kernel.ByteRange;
import cn.qifeng.trust.recording.FirstBytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** Recordings in a folder of this machine. */
@ApplicationScoped
class MediaFolder implements Media {

    private final Path folder;
    private final Films films;

    MediaFolder(RecorderSettings settings, Films films) {
        this.folder = settings.folder();
        this.films = films;
    }

    @Override
    public InputStream film(SessionId session, String file) {
        try {
            return Files.newInputStream(films.of(session, path(session, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Long> length(SessionId session, String file) {
        var path = path(session, file);
        try {
            return Files.isRegularFile(path) ? Optional.of(Files.size(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream read(SessionId session, String file, ByteRange part) {
        try {
            var in = Files.newInputStream(path(session, file));
            in.skipNBytes(part.from());
            return new FirstBytes(in, part.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(SessionId session, String file) {
        return folder.resolve(session.toString()).resolve(ChainItem.safeFile(file));
    }

    @Override
    public void delete(SessionId session) {
        films.delete(session);
        var room = folder.resolve(session.toString());
        if (!Files.exists(room)) {
            return;
        }
        try (var all = Files.walk(room)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                boolean media = !path.equals(room) && !path.getParent().equals(room);
                if (media || Files.isDirectory(path) && !path.equals(room)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long free() {
        try {
            return Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
