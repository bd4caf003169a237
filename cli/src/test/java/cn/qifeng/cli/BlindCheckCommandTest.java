package cn.qifeng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.blind.BlindRules;
import cn.qifeng.trust.json.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Check of a blind file before sealing 暗标自查")
class BlindCheckCommandTest {

    private static final String TENDER = """
            {"publication":{"body":{"statement":{"doc":{"method":{"code":"M-A","blind":
            {"pagesMax":5,"marginMm":20,"fonts":[],"sizesPt":[],"breach":"ZERO"}}}}}}}""";

    private record Outcome(int exit, String out, String err) {}

    @TempDir
    Path folder;

    @Test
    void namesTheAuthorAndTheHashesByTheRulesOfTheTender() throws IOException {
        var file = pdf("启明建设");
        var found = run("--tender", write("tender.json", TENDER), file);
        assertThat(found.exit()).isEqualTo(2);
        assertThat(found.out()).contains("METADATA  Info/Author  启明建设", "canonical  ", "marks      ");
    }

    @Test
    void theRulesOfTheEntryGiveTheSameHashesAsTheFileAlone() throws IOException {
        var file = pdf(null);
        var rules = new BlindRules(5, List.of(), List.of(), 20, List.of("启明建设"));
        var entry = Files.write(folder.resolve("rules.json"), CanonicalJson.encode(rules.toJson()));
        var canonical = folder.resolve("canonical.pdf");
        var one = run("--rules", entry.toString(), "--json", "--out", canonical.toString(), file);
        var other = run("--tender", write("tender.json", TENDER), "--json", file);
        assertThat(one.exit()).isZero();
        assertThat(one.out()).isEqualTo(other.out()).contains("\"marks\":[]");
        assertThat(canonical).exists();
    }

    @Test
    void saysThatFilesAreNotBlindOrNotThere() throws IOException {
        var open = write("tender.json", "{\"publication\":{}}");
        assertThat(run("--tender", open, pdf(null)).err()).contains("not blind");
        assertThat(run("--tender", open, folder.resolve("none.pdf").toString()).err())
                .contains("none.pdf");
    }

    private static Outcome run(String... arguments) {
        var all = new ArrayList<>(List.of("blind-check"));
        all.addAll(List.of(arguments));
        return Run.of(all, Outcome::new);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String pdf(String author) throws IOException {
        var file = folder.resolve("technical.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            if (author != null) {
                document.getDocumentInformation().setAuthor(author);
            }
            document.save(file.toFile());
        }
        return file.toString();
    }
}
