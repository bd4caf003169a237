package cn.qifeng.cli.blind;

import cn.qifeng.blind.BlindProcess;
import cn.qifeng.blind.BlindRules;
import cn.qifeng.blind.Checked;
import cn.qifeng.blind.Mark;
import cn.qifeng.cli.Invocation;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code qifeng blind-check FILE}: lists the marks of a blind technical file and computes its canonical form, by the
 * program that the platform uses after the opening.
 */
@Command(
        name = "blind-check",
        description = "List marks in a blind technical file (暗标自查), offline: exit 0 none, 2 some, 1 not checked",
        mixinStandardHelpOptions = true)
public final class BlindCheckCommand implements Callable<Integer> {

    private static final int SOME = 2;

    @Parameters(index = "0", paramLabel = "FILE", description = "technical file (PDF)")
    private Path file;

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(names = "--word", description = "name, person or code to look for, may be given again")
    private List<String> words = new ArrayList<>();

    @Option(names = "--out", description = "where the canonical form is written")
    private Path out;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    /** Where the rules come from. */
    static final class Source {

        @Option(names = "--tender", description = "the tender as downloaded from its public page")
        private Path tender;

        @Option(names = "--rules", description = "rules as the entry evaluation/blind-files has them")
        private Path rules;
    }

    @Override
    public Integer call() throws IOException {
        for (Path needed : new Path[] {file, source.tender == null ? source.rules : source.tender}) {
            if (!Files.isReadable(Invocation.path(needed))) {
                System.err.println("There is no file " + needed + " that can be read.");
                return 1;
            }
        }
        var rules = rules();
        if (rules == null) {
            System.err.println("The technical files of this tender are not blind.");
            return 1;
        }
        var canonical = out == null ? Files.createTempFile("canonical", ".pdf") : Invocation.path(out);
        try {
            var checked = BlindProcess.check(Invocation.path(file), rules, canonical, (page, pages) -> {});
            System.out.println(json ? json(checked) : text(checked));
            return checked.marks().isEmpty() ? 0 : SOME;
        } finally {
            if (out == null) {
                Files.deleteIfExists(canonical);
            }
        }
    }

    private BlindRules rules() throws IOException {
        if (source.rules != null) {
            return BlindRules.from(read(source.rules));
        }
        var blind = read(source.tender).at("/publication/body/statement/doc/method/blind");
        return blind.isObject() ? BlindRules.of(blind, words) : null;
    }

    private static JsonNode read(Path path) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(Invocation.path(path)));
    }

    private static String json(Checked checked) {
        var answer = checked.toJson().put("marksSm3", checked.marksSm3());
        return new String(CanonicalJson.encode(answer), StandardCharsets.UTF_8);
    }

    private static String text(Checked checked) {
        var lines = new ArrayList<String>();
        checked.marks().stream().map(BlindCheckCommand::line).forEach(lines::add);
        if (checked.more() > 0) {
            lines.add("… and " + checked.more() + " more of these kinds");
        }
        if (checked.marks().stream().anyMatch(it -> it.kind().name().startsWith("PICTURE"))) {
            lines.add("Letters in pictures are not read: look at each picture that is listed.");
        }
        lines.add(checked.marks().isEmpty() ? "No mark found. A person judges what no program sees." : "");
        lines.add("file       " + checked.file());
        lines.add("pages      " + checked.pages());
        lines.add("canonical  " + checked.canonical().orElse("none could be made"));
        lines.add("marks      " + checked.marksSm3());
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(Mark mark) {
        var where = mark.page() == 0 ? mark.place() : "page " + mark.page() + " at " + mark.place();
        var expected = mark.expected().equals(Mark.NONE) ? "" : " (expected " + mark.expected() + ")";
        return mark.kind() + "  " + where + "  " + mark.seen() + expected;
    }
}
