package cn.qifeng.cli;

import cn.qifeng.auditor.Audit;
import cn.qifeng.auditor.Report;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit PACKAGE}: exit 0 proved, 1 broken, 2 consistent but not anchored. */
@Command(name = "audit", description = "Check an evidence package offline: exit 0 proved, 1 broken, 2 not anchored")
public final class AuditCommand implements Callable<Integer> {

    @Parameters(index = "0", description = "the package, a ZIP file")
    private Path file;

    @Option(names = "--trust", description = "your own trust file; without it the best verdict is: not anchored")
    private Path trust;

    @Option(names = "--json", description = "one JSON object instead of text")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        var report = Audit.run(Invocation.path(file), trust == null ? null : Invocation.path(trust), finding -> {
            if (!json) {
                System.out.printf("  ✓ %-12s %d%n", finding.name(), finding.objects());
            }
        });
        System.out.println(json ? new ObjectMapper().writeValueAsString(report) : text(report));
        return report.verdict().exit();
    }

    private static String text(Report report) {
        var text = new StringBuilder();
        switch (report.verdict()) {
            case PROVED -> text.append("PROVED 相符: tender ").append(report.tender());
            case CONSISTENT -> text.append("CONSISTENT, NOT ANCHORED 自洽，但没有信任锚: give your own trust file with --trust");
            case BROKEN ->
                text.append("BROKEN 不相符: ").append(report.object()).append(": ").append(report.reason());
        }
        if (report.trustFile() != null) {
            text.append("\nTrust file 信任文件 ").append(report.trustFile());
        }
        if (report.sandbox()) {
            text.append("\nMade under the sandbox clock: no legal effect 沙箱时钟下形成，不具法律效力");
        }
        if (!report.withheld().isEmpty()) {
            text.append("\nWithheld 依规不公开: ").append(report.withheld().size()).append(" entries");
        }
        report.falseBlames()
                .forEach(line -> text.append("\nFalse blame, the wrap is good 不实指认，封装无误: ")
                        .append(line));
        report.attested()
                .forEach(line -> text.append("\nAttested, not proved 仅由平台声明: ").append(line));
        return text.toString();
    }
}
