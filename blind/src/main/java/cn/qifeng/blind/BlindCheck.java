package cn.qifeng.blind;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Checks one blind file and writes its canonical form, in this process. Foreign files can ask for any amount of memory
 * and time, so everybody but a test goes through {@link BlindProcess}.
 */
final class BlindCheck {

    static final int PAGES_MAX = 1000;

    private final BlindRules rules;
    private final BiConsumer<Integer, Integer> progress;
    private final List<Mark> marks = new ArrayList<>();

    BlindCheck(BlindRules rules, BiConsumer<Integer, Integer> progress) {
        this.rules = rules;
        this.progress = progress;
    }

    /** Every mark of the file; its canonical form goes to {@code out}. */
    Checked check(Path file, Path out) throws IOException {
        var hash = sm3(file);
        if (!FileBytes.isPdf(file)) {
            return noPdf(hash);
        }
        try (var document = Loader.loadPDF(
                new RandomAccessReadBufferedFile(file), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (pages < 1 || pages > PAGES_MAX) {
                return Checked.refused(hash, MarkKind.UNREADABLE, pages + " pages, expected 1 to " + PAGES_MAX);
            }
            marks.addAll(FileBytes.of(file));
            marks.addAll(DocumentMarks.of(document, rules));
            pages(document, out);
            return Checked.of(hash, pages, Optional.of(sm3(out)), RunningHeads.told(marks));
        } catch (InvalidPasswordException e) {
            return Checked.refused(hash, MarkKind.ENCRYPTED, "the file asks for a password");
        } catch (IOException | RuntimeException e) {
            return Checked.refused(hash, MarkKind.UNREADABLE, e.getClass().getSimpleName());
        }
    }

    private void pages(PDDocument document, Path out) throws IOException {
        var words = new WordMarks(rules);
        var pictures = new PictureMarks(rules);
        var renderer = new PDFRenderer(document);
        renderer.setAnnotationsFilter(it -> false);
        try (var pdf = new CanonicalPdf(new BufferedOutputStream(Files.newOutputStream(out), 1 << 16))) {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                progress.accept(i + 1, document.getNumberOfPages());
                var page = document.getPage(i);
                var read = PageReader.read(page);
                var picture = PagePicture.of(renderer, i, read.view());
                marks.addAll(AnnotationMarks.of(page, i + 1));
                page(read, picture, i + 1);
                marks.addAll(words.of(read.runs(), i + 1));
                pictures.add(read.pictures(), read.view(), i + 1);
                var seen = seen(read, picture);
                marks.addAll(LineSpacing.of(seen, rules, i + 1));
                pdf.add(picture, seen);
            }
        }
        marks.addAll(pictures.all());
        marks.stream()
                .filter(it -> it.kind() == MarkKind.ALTERNATIVE_TEXT)
                .flatMap(it -> words.of(it.seen(), it.place()).stream())
                .toList()
                .forEach(marks::add);
    }

    private void page(PageReader read, PagePicture picture, int number) {
        marks.addAll(RunMarks.of(read.runs(), picture, rules, number, read.view()));
        picture.colour(number).ifPresent(marks::add);
        read.beside().forEach(it -> marks.add(Mark.of(MarkKind.ALTERNATIVE_TEXT, number, "content", it)));
        if (read.runs().stream().allMatch(it -> it.text().isBlank())
                && !read.pictures().isEmpty()) {
            marks.add(Mark.of(MarkKind.NO_TEXT, number, "0,0", read.pictures().size() + " pictures"));
        }
    }

    private static List<TextRun> seen(PageReader read, PagePicture picture) {
        return read.runs().stream()
                .filter(it -> !it.unpainted() && RunMarks.onPage(it, read.view()) && picture.shows(it))
                .toList();
    }

    static Checked noPdf(String hash) {
        return Checked.refused(hash, MarkKind.NOT_PDF, "no %PDF at the beginning");
    }

    static String sm3(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return Hex.encode(Sm3.of(stream));
        }
    }
}
