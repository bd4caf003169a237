package cn.qifeng.cli;

import cn.qifeng.auditor.Audit;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.Report;
import cn.qifeng.auditor.handover.HandedFiles;
import cn.qifeng.auditor.handover.HandedFiles.Found;
import cn.qifeng.auditor.handover.HandedFiles.Listed;
import cn.qifeng.auditor.handover.HandedFiles.Result;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify-handover FILE…}: exit 0 all listed and received, 1 not, 2 all listed but the package is not anchored. */
@Command(
        name = "verify-handover",
        description =
                "Look for files in the lists of what sub-sites handed over: exit 0 all received, 1 not, 2 not anchored")
public final class VerifyHandoverCommand implements Callable<Integer> {

    private static final int BROKEN = 1;
    private static final int NOT_ANCHORED = 2;

    @Parameters(arity = "1..*", description = "files that were handed over, or folders with them")
    private List<Path> files;

    @Option(
            names = "--package",
            required = true,
            description = "the supervisor's evidence package, which holds the signed lists")
    private Path file;

    @Option(names = "--trust", description = "your own trust file; without it the package itself is not anchored")
    private Path trust;

    @Option(names = "--json", description = "one JSON object instead of text")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var report = Audit.run(Invocation.path(file), trust == null ? null : Invocation.path(trust), finding -> {});
        if (report.verdict() == Report.Verdict.BROKEN) {
            say(
                    Map.of("verdict", "BROKEN", "object", report.object(), "code", report.code()),
                    "BROKEN 不相符: the package itself: " + report.object() + ": " + report.reason());
            return BROKEN;
        }
        HandedFiles lists;
        try (var opened = PackageFile.open(Invocation.path(file))) {
            lists = HandedFiles.of(opened);
        }
        if (lists.isEmpty()) {
            say(
                    Map.of("verdict", "BROKEN", "code", "no-list"),
                    "The package shows no list of a handover; bring the supervisor's 证据包中没有移交清单，请使用监督范围的证据包");
            return BROKEN;
        }
        var result = lists.look(files.stream().map(Invocation::path).toList());
        boolean anchored = report.verdict() == Report.Verdict.PROVED;
        say(result, text(result, anchored));
        return !result.whole() ? BROKEN : anchored ? 0 : NOT_ANCHORED;
    }

    private void say(Object structured, String text) throws IOException {
        System.out.println(json ? new ObjectMapper().writeValueAsString(structured) : text);
    }

    private static String text(Result result, boolean anchored) {
        var text = new StringBuilder(
                !result.whole()
                        ? "NOT ALL RECEIVED 有文件不相符"
                        : anchored ? "ALL RECEIVED 全部相符" : "ALL RECEIVED, NOT ANCHORED 全部相符，证据包未锚定: give --trust");
        text.append(": %d files".formatted(result.files().size()));
        result.files().forEach(it -> text.append("\n  ").append(line(it)));
        result.missing()
                .forEach(it -> text.append("\n  without a file 未提供文件: ")
                        .append(place(it))
                        .append(" sm3 ")
                        .append(it.sm3()));
        return text.toString();
    }

    private static String line(Found it) {
        return switch (it.state()) {
            case RECEIVED -> "received 已接收: " + it.file() + " = " + place(it.item());
            case SENT_BACK ->
                "sent back 曾退回: " + it.file() + " = " + place(it.item()) + ": "
                        + it.item().reason();
            case NOT_LISTED -> "in no list 不在清单中: " + it.file() + " sm3 " + it.sm3();
        };
    }

    private static String place(Listed it) {
        return "%s %s list 清单 %d item 第 %d 项 %s"
                .formatted(it.site(), it.booking(), it.list(), it.number(), it.matter());
    }
}
