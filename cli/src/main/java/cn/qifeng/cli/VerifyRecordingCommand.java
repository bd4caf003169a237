package cn.qifeng.cli;

import cn.qifeng.auditor.Audit;
import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.Report;
import cn.qifeng.auditor.recording.RecordingFolder;
import cn.qifeng.auditor.recording.RecordingFolder.Difference;
import cn.qifeng.auditor.recording.RecordingFolder.Result;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify-recording DIR}: exit 0 whole, 1 cut or changed, 2 whole by its own chain alone. */
@Command(
        name = "verify-recording",
        description =
                "Check the media of a recorded evaluation against their chain: exit 0 whole, 1 not, 2 not anchored")
public final class VerifyRecordingCommand implements Callable<Integer> {

    private static final int BROKEN = 1;

    @Parameters(index = "0", description = "the folder with chain.jsonl and the tracks")
    private Path folder;

    @Option(names = "--package", description = "the supervisor's evidence package, which holds the chain")
    private Path file;

    @Option(names = "--trust", description = "your own trust file; without it the package itself is not anchored")
    private Path trust;

    @Option(names = "--json", description = "one JSON object instead of text")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        var report = file == null
                ? null
                : Audit.run(Invocation.path(file), trust == null ? null : Invocation.path(trust), finding -> {});
        if (report != null && report.verdict() == Report.Verdict.BROKEN) {
            say(
                    Map.of("verdict", "BROKEN", "object", report.object(), "code", report.code()),
                    "BROKEN 不相符: the package itself: " + report.object() + ": " + report.reason());
            return BROKEN;
        }
        var items = report == null ? null : items();
        if (items != null && items.isEmpty()) {
            say(
                    Map.of("verdict", "BROKEN", "code", "no-chain"),
                    "The package shows no chain of a recording; bring the supervisor's 证据包中没有录制链，请使用监督范围的证据包");
            return BROKEN;
        }
        var result = RecordingFolder.check(Invocation.path(folder), items);
        say(result, text(result));
        boolean anchored = report != null && report.verdict() == Report.Verdict.PROVED;
        return result.exit() == 0 && !anchored ? 2 : result.exit();
    }

    private List<JsonNode> items() {
        var items = new ArrayList<JsonNode>();
        try (var opened = PackageFile.open(Invocation.path(file))) {
            for (String name : opened.under("chain/")) {
                var entry = opened.json(name).path("entry");
                if (entry.path("head").path("type").asText().equals("evaluation/recording-head")) {
                    entry.path("body").path("items").forEach(items::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Broken broken) {
            return List.of();
        }
        return items;
    }

    private void say(Object structured, String text) throws JsonProcessingException {
        System.out.println(json ? new ObjectMapper().writeValueAsString(structured) : text);
    }

    private static String text(Result result) {
        var text = new StringBuilder();
        switch (result.exit()) {
            case 0 -> text.append("WHOLE 完整");
            case 1 -> text.append("NOT WHOLE 不完整");
            default -> text.append("WHOLE BY ITS OWN CHAIN, NOT ANCHORED 自洽，未与证据包核对: give --package");
        }
        text.append(": %d items, %d segments, %d bytes".formatted(result.items(), result.segments(), result.bytes()));
        result.differences().forEach(it -> text.append("\n  ").append(line(it)));
        return text.toString();
    }

    private static String line(Difference it) {
        return switch (it.code()) {
            case "cut" -> "cut after 截断于 " + it.at() + " (" + it.object() + ")";
            case "replaced" -> "replaced at 替换于 " + place(it);
            case "missing" -> "missing from 缺失自 " + place(it);
            case "chain-differs" -> "chain differs 录制链不符 " + it.object() + " " + it.at();
            default -> "not in the chain 不在录制链中 " + it.object();
        };
    }

    private static String place(Difference it) {
        long seconds = it.into() / 1_000;
        return "%s (%02d:%02d:%02d into the track) %s"
                .formatted(it.at(), seconds / 3_600, seconds / 60 % 60, seconds % 60, it.object());
    }
}
