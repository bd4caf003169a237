package cn.qifeng.launcher.measure.hall;

import cn.qifeng.cli.VerifyRecordingCommand;
import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.measure.seat.SeatLine;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine;

/** A supervisor fetches a recording over HTTP: every piece against its item, every film against ffprobe. */
final class PlayBack {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CUT_BYTES = 16;
    private static final int PAGE = 2_000;

    private final OwnPlatform platform;
    private final Api supervisor;
    private final String session;
    private final Path folder;

    PlayBack(OwnPlatform platform, SeatLine supervisor, String session, Path folder) {
        this.platform = platform;
        this.supervisor = supervisor.api();
        this.session = session;
        this.folder = folder;
    }

    /** Looks at everything; {@code shorten} cuts the end of one file off before. */
    void look(HallTally tally, boolean shorten, Consumer<String> progress) throws Exception {
        var files = files();
        var media = platform.data()
                .resolve("remote-evaluation")
                .resolve("recordings")
                .resolve(session);
        if (shorten) {
            shorten(media.resolve(files.keySet().iterator().next()));
        }
        supervisor.post(path("/looks"), CanonicalJson.object().put("reason", "演练：核对录像"));
        for (Map.Entry<String, List<JsonNode>> file : files.entrySet()) {
            pieces(file.getKey(), file.getValue(), tally);
            if (file.getKey().endsWith(".webm") || file.getKey().contains("-video-")) {
                tally.films++;
                tally.filmsBroken += plays(file.getKey(), file.getValue()) ? 0 : 1;
            }
        }
        progress.accept("  %d pieces and %d films fetched".formatted(tally.pieces, tally.films));
        int exit = new CommandLine(new VerifyRecordingCommand())
                .execute(
                        media.toString(),
                        "--package",
                        folder.resolve("evidence.zip").toString(),
                        "--trust",
                        folder.resolve("trust.json").toString());
        tally.recordingWhole = exit == 0 ? 1 : 0;
    }

    /** The pieces of the chain by their file. */
    private Map<String, List<JsonNode>> files() {
        var files = new LinkedHashMap<String, List<JsonNode>>();
        JsonNode page = null;
        for (long after = 0; page == null || page.size() == PAGE; after += PAGE) {
            page = supervisor.get(path("/items?after=" + after));
            for (JsonNode item : page) {
                if (item.path("kind").asText().equals("SEGMENT")) {
                    files.computeIfAbsent(item.path("file").asText(), it -> new ArrayList<>())
                            .add(item);
                }
            }
        }
        return files;
    }

    private void pieces(String file, List<JsonNode> pieces, HallTally tally) {
        byte[] bytes;
        try {
            bytes = supervisor.bytes(path("/media/" + file));
        } catch (ApiFailed none) {
            bytes = new byte[0];
        }
        int at = 0;
        for (JsonNode piece : pieces) {
            int next = at + piece.path("length").asInt();
            boolean same = next <= bytes.length
                    && Sm3.hex(Arrays.copyOfRange(bytes, at, next))
                            .equals(piece.path("hash").asText());
            tally.pieces++;
            tally.piecesDiffer += same ? 0 : 1;
            at = next;
        }
        tally.piecesDiffer += at == bytes.length ? 0 : 1;
    }

    /** Whether ffprobe finds picture and sound in it, and not more of either than the chain tells. */
    private boolean plays(String file, List<JsonNode> pieces) throws IOException, InterruptedException {
        var film = Files.createTempFile(folder, "film", ".webm");
        var kind = file.endsWith(".webm") ? "/media/" : "/films/";
        supervisor.download(path(kind + file), film);
        var process = new ProcessBuilder(
                        "ffprobe", "-v", "error", "-count_frames", "-of", "json", "-show_streams", film.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var found = JSON.readTree(process.getInputStream());
        var codecs = new ArrayList<String>();
        found.path("streams").forEach(it -> codecs.add(it.path("codec_name").asText()));
        double told = seconds(pieces);
        int frames = found.path("streams").path(0).path("nb_read_frames").asInt();
        boolean plays = process.waitFor() == 0
                && codecs.equals(List.of("vp8", "opus"))
                && frames > 0
                && frames <= (told + 2) * 2 * Halls.FPS;
        if (!plays) {
            System.out.printf("  %s does not play: %s, %d pictures in %.1f s%n", file, codecs, frames, told);
        }
        Files.delete(film);
        return plays;
    }

    private static double seconds(List<JsonNode> pieces) {
        var from = Instant.parse(pieces.get(0).path("from").asText());
        var to = Instant.parse(pieces.get(pieces.size() - 1).path("to").asText());
        return Duration.between(from, to).toMillis() / 1_000.0;
    }

    private static void shorten(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - CUT_BYTES);
        }
    }

    private String path(String below) {
        return "/api/evaluation/recordings/" + session + below;
    }
}
