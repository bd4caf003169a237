package cn.qifeng.blind;

import static cn.qifeng.blind.MarkKind.*;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Marks in blind files 暗标标记")
class MarksTest {

    private static final Map<MarkKind, MadeFile.Change> MARKED = marked();

    @TempDir
    Path folder;

    @Test
    void aFileThatKeepsTheRulesHasNone() throws IOException {
        assertThat(check(MadeFile.clean()).marks()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyKindIsFoundWhereItStands() {
        return MARKED.entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(it.getKey().name(), () -> {
                    var file = new MadeFile(it.getKey() == PAGE_CAP ? 5 : 3);
                    it.getValue().to(file);
                    assertThat(check(file).marks()).extracting(Mark::kind).contains(it.getKey());
                }));
    }

    @Test
    void everyKindHasATest() {
        var tested = new ArrayList<>(MARKED.keySet());
        tested.addAll(List.of(NOT_PDF, UNREADABLE, REVISION));
        assertThat(tested).containsExactlyInAnyOrder(MarkKind.values());
    }

    @Test
    void earlierVersionsAndBytesBehindTheEndAreFound() throws IOException {
        var file = MadeFile.clean().save(folder);
        Files.writeString(file, "by 启明建设".repeat(20), StandardOpenOption.APPEND);
        assertThat(check(file).marks()).extracting(Mark::kind).contains(REVISION);
    }

    @Test
    void whatIsNoPdfAndWhatIsBrokenIsListedAndNotDrawn() throws IOException {
        var text = Files.writeString(folder.resolve("a.docx"), "PK");
        assertThat(check(text))
                .returns(
                        List.of(NOT_PDF),
                        it -> it.marks().stream().map(Mark::kind).toList());
        var broken = Files.writeString(folder.resolve("b.pdf"), "%PDF-1.7\nnothing");
        var checked = check(broken);
        assertThat(checked.marks()).extracting(Mark::kind).containsExactly(UNREADABLE);
        assertThat(checked.canonical()).isEmpty();
    }

    @Test
    void tellsPageAndPlaceOfAName() throws IOException {
        var file = new MadeFile(2).write(1, 100, 500, 14, "项目经理李建国");
        assertThat(check(file).marks())
                .filteredOn(it -> it.kind() == NAME)
                .containsExactly(new Mark(NAME, 2, "35,116", "李建国", Mark.NONE));
    }

    @Test
    void findsANameThatIsSpacedAndBroken() throws IOException {
        var file = MadeFile.clean().write(0, 100, 500, 14, "启 明\u00ad建").write(0, 100, 480, 14, "设集团");
        assertThat(check(file).marks()).extracting(Mark::kind).contains(NAME, INVISIBLE_CHARACTER);
    }

    @Test
    void takesLinesAtThePublishedDistanceWithEmptyOnesAndASingleOddOne() throws IOException {
        var file = MadeFile.clean();
        lines(file, 650, 26, 26.4f, 52, 26, 78, 18);
        assertThat(check(file).marks()).isEmpty();
    }

    @Test
    void tellsTheDistanceOfLinesThatComesAgain() throws IOException {
        var file = MadeFile.clean();
        lines(file, 650, 26, 20, 20, 20);
        assertThat(check(file).marks())
                .containsExactly(new Mark(LINE_SPACING, 1, "35,79", "20.0 pt, 3 times: 下一行文字", "26 pt"));
    }

    @Test
    void takesASmallPictureOnTwoPagesForALogoAndALargeOneForAPicture() throws IOException {
        var file = new MadeFile(2);
        for (int page = 0; page < 2; page++) {
            var small = LosslessFactory.createFromImage(file.document, square());
            file.draw(page, content -> content.drawImage(small, 100, 400, 60, 60));
            var large = LosslessFactory.createFromImage(file.document, new BufferedImage(9, 9, TYPE_BYTE_GRAY));
            file.draw(page, content -> content.drawImage(large, 100, 100, 300, 250));
        }
        assertThat(check(file).marks()).extracting(Mark::kind).containsExactly(PICTURE, PICTURE_REPEATED);
    }

    @Test
    void findsTextUnderWhiteAndUnderAPicture() throws IOException {
        var file = MadeFile.clean();
        file.write(0, 100, 500, 14, "我方承诺");
        file.draw(0, content -> {
            content.setNonStrokingColor(Color.WHITE);
            content.addRect(90, 490, 200, 40);
            content.fill();
        });
        assertThat(check(file).marks())
                .filteredOn(it -> it.kind() == HIDDEN_TEXT)
                .extracting(Mark::seen)
                .containsExactly("我方承诺");
    }

    private Checked check(MadeFile file) throws IOException {
        return check(file.save(folder));
    }

    private Checked check(Path file) throws IOException {
        return new BlindCheck(MadeFile.RULES, (page, pages) -> {}).check(file, folder.resolve("canonical.pdf"));
    }

    private static Map<MarkKind, MadeFile.Change> marked() {
        var marked = new EnumMap<MarkKind, MadeFile.Change>(MarkKind.class);
        document(marked);
        interactive(marked);
        text(marked);
        pictures(marked);
        words(marked);
        return marked;
    }

    private static void document(Map<MarkKind, MadeFile.Change> marked) {
        marked.put(
                ENCRYPTED,
                it -> it.document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));
        marked.put(PAGE_CAP, it -> {});
        marked.put(METADATA, it -> it.document.getDocumentInformation().setAuthor("李建国"));
        marked.put(PRIVATE_DATA, it -> it.document.getPage(0).getCOSObject().setItem("PieceInfo", new COSDictionary()));
        marked.put(EMBEDDED_FILE, it -> {
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("logo.png", new PDComplexFileSpecification()));
            var names = new PDDocumentNameDictionary(it.document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            it.document.getDocumentCatalog().setNames(names);
        });
        marked.put(
                ACTIVE_CONTENT,
                it -> it.document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')")));
        marked.put(LAYER, it -> it.document.getDocumentCatalog().setOCProperties(new PDOptionalContentProperties()));
    }

    private static void interactive(Map<MarkKind, MadeFile.Change> marked) {
        marked.put(FORM, it -> {
            var form = new PDAcroForm(it.document);
            it.document.getDocumentCatalog().setAcroForm(form);
            form.getFields().add(new PDSignatureField(form));
        });
        marked.put(ANNOTATION, it -> {
            var note = new PDAnnotationText();
            note.setContents("by 启明");
            it.document.getPage(0).getAnnotations().add(note);
        });
        marked.put(LINK, it -> {
            var link = new PDAnnotationLink();
            var action = new PDActionURI();
            action.setURI("https://qm.example.cn");
            link.setAction(action);
            it.document.getPage(0).getAnnotations().add(link);
        });
        marked.put(
                ALTERNATIVE_TEXT,
                it -> it.draw(0, content -> {
                    var properties = new COSDictionary();
                    properties.setString(COSName.ACTUAL_TEXT, "启明");
                    content.beginMarkedContent(
                            COSName.getPDFName("Span"),
                            org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList.create(
                                    properties));
                    content.endMarkedContent();
                }));
    }

    private static void text(Map<MarkKind, MadeFile.Change> marked) {
        marked.put(
                HIDDEN_TEXT,
                it -> it.draw(0, content -> {
                    content.setRenderingMode(RenderingMode.NEITHER);
                    it.put(content, 100, 600, 14, "看不见");
                }));
        marked.put(OFF_PAGE_TEXT, it -> it.write(0, 100, 2000, 14, "页外"));
        marked.put(TINY_TEXT, it -> it.write(0, 100, 600, 2, "微小文字"));
        marked.put(INVISIBLE_CHARACTER, it -> it.write(0, 100, 600, 14, "方\u00ad案"));
        marked.put(FONT, it -> it.draw(0, content -> helvetica(content)));
        marked.put(FONT_NOT_EMBEDDED, it -> it.draw(0, content -> helvetica(content)));
        marked.put(FONT_SIZE, it -> it.write(0, 100, 600, 16, "四号"));
        marked.put(LINE_SPACING, it -> lines(it, 600, 20, 20));
        marked.put(
                COLOUR,
                it -> it.draw(0, content -> {
                    content.setNonStrokingColor(Color.RED);
                    content.addRect(100, 400, 50, 5);
                    content.fill();
                }));
        marked.put(
                SLANTED_TEXT,
                it -> it.draw(0, content -> {
                    content.beginText();
                    content.setFont(it.font, 14);
                    content.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(45), 200, 300));
                    content.showText("水印");
                    content.endText();
                }));
        marked.put(MARGIN, it -> it.write(0, 20, 400, 14, "页边"));
        marked.put(RUNNING_HEAD, it -> {
            for (int page = 0; page < 3; page++) {
                it.write(page, 100, 810, 14, "施工组织设计 第" + (page + 1) + "章");
            }
        });
        marked.put(PAGE_NUMBER, it -> it.write(1, 290, 20, 14, "- 2 -"));
    }

    /** Lines one below the other, at these distances in points. */
    private static void lines(MadeFile file, float top, float... distances) throws IOException {
        float y = top;
        file.write(0, 100, y, 14, "第一行文字");
        for (float distance : distances) {
            y -= distance;
            file.write(0, 100, y, 14, "下一行文字");
        }
    }

    private static void helvetica(org.apache.pdfbox.pdmodel.PDPageContentStream content) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 14);
        content.newLineAtOffset(100, 600);
        content.showText("GB 50666");
        content.endText();
    }

    private static void pictures(Map<MarkKind, MadeFile.Change> marked) {
        marked.put(PICTURE, it -> {
            var picture = LosslessFactory.createFromImage(it.document, square());
            it.draw(0, content -> content.drawImage(picture, 100, 400, 60, 60));
        });
        marked.put(PICTURE_IN_MARGIN, it -> {
            var picture = LosslessFactory.createFromImage(it.document, square());
            it.draw(0, content -> content.drawImage(picture, 20, 400, 30, 30));
        });
        marked.put(PICTURE_REPEATED, it -> {
            for (int page = 0; page < 3; page++) {
                var picture = LosslessFactory.createFromImage(it.document, square());
                it.draw(page, content -> content.drawImage(picture, 100, 400, 60, 60));
            }
        });
        marked.put(PICTURE_METADATA, it -> {
            var picture = jpegWithExif(it);
            it.draw(0, content -> content.drawImage(picture, 100, 400, 60, 60));
        });
        marked.put(NO_TEXT, it -> {
            it.document.addPage(new PDPage(PDRectangle.A4));
            var picture = LosslessFactory.createFromImage(it.document, square());
            it.draw(3, content -> content.drawImage(picture, 60, 60, 400, 700));
        });
    }

    private static void words(Map<MarkKind, MadeFile.Change> marked) {
        marked.put(NAME, it -> it.write(0, 100, 600, 14, "由启明建设承建"));
        marked.put(COMPANY, it -> it.write(0, 100, 600, 14, "供货单位为宏远机械有限公司"));
        marked.put(PHONE, it -> it.write(0, 100, 600, 14, "联系人电话13800138000"));
        marked.put(CODE, it -> it.write(0, 100, 600, 14, "代码91310000MA1FL0AB2X"));
        marked.put(ADDRESS, it -> it.write(0, 100, 600, 14, "邮箱 bid@qm-build.cn"));
        marked.put(PLACE, it -> it.write(0, 100, 600, 14, "参照杭州市已完工项目"));
    }

    private static BufferedImage square() {
        var image = new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_GRAY);
        image.getGraphics().fillRect(20, 20, 20, 20);
        return image;
    }

    private static PDImageXObject jpegWithExif(MadeFile file) throws IOException {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(square(), "jpg", jpeg);
        var exif = "\u00ff\u00e1\0\u0010Exif\0\0Camera-1".getBytes(StandardCharsets.ISO_8859_1);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg.toByteArray(), 0, 2);
        bytes.writeBytes(exif);
        bytes.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return JPEGFactory.createFromStream(file.document, new ByteArrayInputStream(bytes.toByteArray()));
    }
}
