package cn.qifeng.launcher.measure.envelopes;

import cn.qifeng.launcher.measure.Bar;
import cn.qifeng.launcher.measure.Drill;
import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.TypeScriptSide;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Random envelopes between Java and TypeScript: each language seals half of the cases, and the other checks the
 * signature, encodes the header again, opens it by shares and by the bidder's key, rebuilds every wrap byte for byte,
 * and compares every file.
 */
@Command(name = "envelopes", description = "Seal in Java and open in TypeScript, and the other way round")
public final class EnvelopesDrill extends Drill {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FLIP = "flip-byte";
    private static final int BATCH = 2000;

    @Option(
            names = "--cases",
            description = "in both directions together (default: ${DEFAULT-VALUE})",
            defaultValue = "1000")
    private int cases;

    @Option(names = "--seed", description = "decides the shapes of the cases (default: a new one)")
    private Long seed;

    @Override
    protected Map<String, String> sabotages() {
        return Map.of(FLIP, "one byte of one envelope is changed on the way to the other language");
    }

    @Override
    protected void measure(Figures figures) throws IOException, InterruptedException {
        long shapes = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
        var folder = Files.createTempDirectory("qifeng-envelopes");
        int differences = 0;
        int done = 0;
        try {
            for (int from = 0; from < cases; from += BATCH) {
                int each = Math.max(1, Math.min(BATCH, cases - from) / 2);
                differences += batch(folder, shapes + from, each, from == 0);
                done += 2 * each;
                progress("%d of %d cases, %d differences", done, cases, differences);
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        figures.add("seed", shapes)
                .add("cases", done, Bar.atLeast(cases))
                .add("differences", differences, Bar.exactly(0));
    }

    private int batch(Path folder, long shapes, int each, boolean first) throws IOException, InterruptedException {
        var random = new SecureRandom();
        var groups = List.of(CaseGroup.make(2, 3, random), CaseGroup.make(3, 5, random), CaseGroup.make(2, 4, random));
        var java = new JavaSide(groups, shapes);
        var given = folder.resolve("java.jsonl");
        try (var writer = Files.newBufferedWriter(given)) {
            var people = CanonicalJson.object().put("cases", each).put("seed", shapes);
            var list = people.putArray("groups");
            groups.forEach(group -> list.add(group.toJson()));
            write(writer, people);
            for (int i = 0; i < each; i++) {
                var sealed = java.seal(i).toJson();
                write(writer, first && i == 0 && sabotaged(FLIP) ? flipped(sealed) : sealed);
            }
        }
        var answer = folder.resolve("typescript.jsonl");
        new TypeScriptSide("envelopes").run(given, answer);
        return compare(java, answer, each);
    }

    private int compare(JavaSide java, Path answer, int each) throws IOException {
        int differences = 0;
        try (var lines = Files.newBufferedReader(answer)) {
            var verdict = JSON.readTree(lines.readLine());
            for (var difference : verdict.path("differences")) {
                history().note("difference", "sealed", "java", "what", difference);
                differences++;
            }
            if (verdict.path("opened").asInt() != each) {
                throw new IOException("TypeScript read " + verdict.path("opened") + " of " + each + " cases");
            }
            int read = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), read++) {
                var difference = java.difference(SealedCase.from(JSON.readTree(line)));
                if (difference.isPresent()) {
                    history().note("difference", "sealed", "typescript", "what", difference.get());
                    differences++;
                }
            }
            if (read != each) {
                throw new IOException("TypeScript sealed " + read + " of " + each + " cases");
            }
        }
        return differences;
    }

    private static ObjectNode flipped(ObjectNode sealed) throws IOException {
        var signature = sealed.get("signature").binaryValue().clone();
        signature[signature.length - 1] ^= 1;
        return sealed.put("signature", signature);
    }

    private static void write(BufferedWriter writer, ObjectNode line) throws IOException {
        writer.write(JSON.writeValueAsString(line));
        writer.newLine();
    }
}
