package cn.qifeng.launcher.measure.mutate;

import cn.qifeng.auditor.Anchors;
import cn.qifeng.auditor.Audit;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.Report;
import cn.qifeng.auditor.mutation.Mutation;
import cn.qifeng.launcher.measure.TypeScriptSide;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Packages of platforms that lie under their own signatures, made in TypeScript: Java must say of each the same. */
final class Lies {

    /** At least so many packages must have been judged. */
    static final int LIES_MIN = 150;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Lies() {}

    /** What came of them. */
    record Outcome(int packages, int differences) {}

    /** Audits them; {@code progress} hears of each that the two auditors judge differently. */
    static Outcome compare(Path folder, Consumer<String> progress) throws IOException, InterruptedException {
        var answer = folder.resolve("lies.jsonl");
        new TypeScriptSide("lies").run(folder, answer);
        int packages = 0;
        int differences = 0;
        try (var lines = Files.newBufferedReader(answer)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var told = JSON.readTree(line);
                var report = audit(told, folder.resolve("lies-trust.json"));
                packages++;
                if (!same(told, report)) {
                    differences++;
                    progress.accept("  lie \"%s\": pages %s %s, Java %s %s"
                            .formatted(
                                    told.path("name").asText(),
                                    told.path("object").asText(),
                                    told.path("code").asText(),
                                    report.object(),
                                    report.reason()));
                }
            }
        }
        return new Outcome(packages, differences);
    }

    private static boolean same(JsonNode told, Report report) {
        boolean broken = report.verdict() == Report.Verdict.BROKEN;
        return told.path("outcome").asText().equals(broken ? "broken" : "proved")
                && (!broken
                        || told.path("code").asText().equals(report.code())
                                && Mutation.file(told.path("object").asText()).equals(Mutation.file(report.object())));
    }

    private static Report audit(JsonNode told, Path trust) throws IOException {
        Files.write(trust, CanonicalJson.encode(told.path("trust")));
        var objects = new TreeMap<String, byte[]>();
        for (var field : told.path("objects").properties()) {
            objects.put(field.getKey(), field.getValue().binaryValue());
        }
        return Audit.run(PackageFile.of(objects), Anchors.read(trust), Audit.checks());
    }
}
