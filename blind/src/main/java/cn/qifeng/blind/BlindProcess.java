package cn.qifeng.blind;

import cn.qifeng.trust.json.CanonicalJson;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Checks a blind file in a process of its own, which has a bound of memory and of time, and no share in the memory of
 * the caller: a hostile file ends that process, and is listed as {@link MarkKind#UNREADABLE}.
 */
public final class BlindProcess {

    /** Largest file that is read, in bytes. */
    public static final long BYTES_MAX = 512L << 20;

    private static final String MEMORY = "-Xmx512m";
    private static final long SECONDS_TO_END = 60;

    /** One class of each library that the process needs. */
    private static final List<String> NEEDED = List.of(
            "cn.qifeng.blind.BlindWorker",
            "cn.qifeng.trust.hash.Sm3",
            "cn.qifeng.kernel.Refused",
            "org.apache.pdfbox.Loader",
            "org.apache.fontbox.FontBoxFont",
            "org.apache.pdfbox.io.IOUtils",
            "org.apache.commons.logging.LogFactory",
            "org.bouncycastle.crypto.digests.SM3Digest",
            "com.fasterxml.jackson.databind.JsonNode",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.annotation.JsonProperty");

    /** What a commons-logging of another maker needs; absent elsewhere. */
    private static final String OTHER_LOGGING = "org.jboss.logging.Logger";

    private BlindProcess() {}

    /**
     * Checks {@code file}; where it can be drawn, its canonical form stands in {@code out} afterwards.
     *
     * @param progress takes page and pages, each time a page is begun
     * @throws IOException when the process cannot be started or its result not be read
     */
    public static Checked check(Path file, BlindRules rules, Path out, BiConsumer<Integer, Integer> progress)
            throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            return Checked.refused(BlindCheck.sm3(file), MarkKind.UNREADABLE, "more than " + BYTES_MAX + " bytes");
        }
        if (!FileBytes.isPdf(file)) {
            return BlindCheck.noPdf(BlindCheck.sm3(file));
        }
        var folder = Files.createTempDirectory("blind");
        var asked = folder.resolve("rules.json");
        var result = folder.resolve("result.json");
        try {
            Files.write(asked, CanonicalJson.encode(rules.toJson()));
            int code = run(folder, progress, file, asked, out, result);
            if (code == 0) {
                return Checked.from(CanonicalJson.read(Files.readAllBytes(result)));
            }
            Files.deleteIfExists(out);
            return Checked.refused(BlindCheck.sm3(file), MarkKind.UNREADABLE, why(code));
        } finally {
            for (Path left : List.of(asked, result, folder)) {
                Files.deleteIfExists(left);
            }
        }
    }

    private static String why(int code) {
        return switch (code) {
            case BlindWorker.TOO_LONG -> "a page takes longer than a minute";
            case BlindWorker.TOO_LARGE -> "needs more memory than " + MEMORY.substring(4);
            default -> "the reader broke off, " + code;
        };
    }

    private static int run(Path folder, BiConsumer<Integer, Integer> progress, Path... files) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder.getParent(),
                "-cp",
                classPath(),
                BlindWorker.class.getName()));
        for (Path file : files) {
            command.add(file.toAbsolutePath().toString());
        }
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        try (var lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                tell(line, progress);
            }
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                return BlindWorker.TOO_LONG;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void tell(String line, BiConsumer<Integer, Integer> progress) {
        var numbers = line.split(" ");
        if (numbers.length == 2 && line.matches("\\d+ \\d+")) {
            progress.accept(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        }
    }

    private static String classPath() {
        var places = new LinkedHashSet<String>();
        NEEDED.forEach(it -> places.add(place(it)));
        try {
            places.add(place(OTHER_LOGGING));
        } catch (IllegalStateException notThere) {
            // plain commons-logging needs nothing else
        }
        return String.join(File.pathSeparator, places);
    }

    private static String place(String name) {
        try {
            var type = Class.forName(name, false, BlindProcess.class.getClassLoader());
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
