package cn.qifeng.launcher.measure.seal;

import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.Measurement;
import cn.qifeng.launcher.measure.TypeScriptSide;
import cn.qifeng.launcher.up.TemporaryFolder;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.gcrypt.Gcrypt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The sealing page's own code in Chromium, built as the pages are built, with its Web Workers, beside the library with one
 * thread: the same job, encrypting and hashing every frame of a file, whose frames go nowhere. Megabytes (10^6 bytes) a
 * second by wall clock, each the median of its rounds.
 */
@Command(name = "seal-browser", description = "Seal in Chromium with Web Workers, beside the library's single thread")
public final class SealBrowserBench extends Measurement {

    private static final int MIB = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--rounds", description = "how many rounds (default: ${DEFAULT-VALUE})", defaultValue = "5")
    private int rounds;

    @Option(names = "--megabytes", description = "MiB of a file (default: ${DEFAULT-VALUE})", defaultValue = "64")
    private int megabytes;

    @Override
    protected void measure(Figures figures) throws IOException, InterruptedException {
        progress("Chromium …");
        var answers = browser();
        double one = Figures.median(speeds(answers, false));
        double pool = Figures.median(speeds(answers, true));
        progress("the library …");
        double bouncy = library(new Sm4Gcm());
        figures.add("workers", answers.get(1).path("workers").asInt(), Bar.atLeast(2))
                .add("browserMegabytesASecond", pool, Bar.atLeast(1))
                .add("browserOneWorkerMegabytesASecond", one)
                .add("browserScaling", pool / one)
                .add("libraryBcMegabytesASecond", bouncy)
                .add("browserRatioBc", pool / bouncy);
        var fast = Gcrypt.library();
        if (fast.isPresent()) {
            double gcrypt = library(fast.get());
            figures.add("libraryGcryptMegabytesASecond", gcrypt).add("browserRatioGcrypt", pool / gcrypt);
        }
    }

    private List<JsonNode> browser() throws IOException, InterruptedException {
        try (var folder = TemporaryFolder.make("qifeng-seal-browser")) {
            var given = folder.path().resolve("given.json");
            var answer = folder.path().resolve("answer.jsonl");
            Files.writeString(given, JSON.writeValueAsString(Map.of("rounds", rounds, "megabytes", megabytes)));
            new TypeScriptSide("browser").run(given, answer);
            var lines = new ArrayList<JsonNode>();
            for (String line : Files.readAllLines(answer)) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        }
    }

    /** Of the page's own pool, or of one worker. */
    private static List<Double> speeds(List<JsonNode> answers, boolean own) {
        return answers.stream()
                .filter(answer -> answer.path("own").asBoolean() == own)
                .map(answer -> answer.path("megabytes").asDouble()
                        * MIB
                        / 1e6
                        / answer.path("seconds").asDouble())
                .toList();
    }

    private double library(Sm4Provider sm4) throws IOException {
        var job = new Job();
        job.seal(sm4, 1);
        var speeds = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            long began = System.nanoTime();
            job.seal(sm4, 1);
            speeds.add(Job.BYTES / 1e6 / ((System.nanoTime() - began) / 1e9));
        }
        return Figures.median(speeds);
    }
}
