package cn.qifeng.kit.document.ofd;

import cn.qifeng.kit.document.EmbeddedFonts;
import cn.qifeng.kit.document.SealPlaces;
import cn.qifeng.trust.hash.Sm3;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * Draws an official PDF again as OFD (公文转 OFD): the same pages with text that can be searched and copied, the characters
 * that are used embedded, and the platform's electronic seal over all of it. The PDF decides; its SM3 stands in the OFD as
 * {@code source-sm3}.
 */
public final class OfficialOfd {

    private static final double MM = 25.4 / 72;
    /** The lower edge of the seal's picture lies this far below the place of the signature, millimetres. */
    private static final double BELOW = 10;
    /** Where the picture begins at least, of the page's width: beside what stands at the left, before an organisation's seal. */
    private static final double MIDDLE = 0.45;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.of("Asia/Shanghai"));

    private final byte[] source;
    private final OfdSeal seal;
    private final List<OfdPage> pages = new ArrayList<>();
    private final Map<String, Integer> fonts = new LinkedHashMap<>();
    private final OfdFiles files = new OfdFiles();
    private int lastId;

    private OfficialOfd(byte[] source, OfdSeal seal) {
        this.source = source;
        this.seal = seal;
    }

    /**
     * The OFD file.
     *
     * @param pdf a document that {@link cn.qifeng.kit.document.OfficialPdf} made with {@link SealPlaces}, sealed or not
     * @throws IllegalArgumentException when it has no place for a seal
     * @throws IllegalStateException when it draws what official documents do not have
     */
    public static byte[] of(byte[] pdf, OfdSeal seal) {
        try (var document = Loader.loadPDF(pdf)) {
            return new OfficialOfd(pdf, seal).make(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] make(PDDocument document) throws IOException {
        for (var page : document.getPages()) {
            pages.add(PdfPages.read(page));
        }
        fonts();
        var pageIds = pages();
        document(pageIds);
        var title = document.getDocumentInformation().getTitle();
        files.add("/OFD.xml", root(title == null ? "" : title, seal.at()));
        seal(document, pageIds);
        return files.zip();
    }

    private int id() {
        return ++lastId;
    }

    private void fonts() {
        var used = new LinkedHashMap<String, TreeSet<Integer>>();
        pages.stream()
                .flatMap(page -> page.objects().stream())
                .filter(OfdObject.Text.class::isInstance)
                .map(OfdObject.Text.class::cast)
                .forEach(text -> text.characters()
                        .codePoints()
                        .forEach(character -> used.computeIfAbsent(text.font(), font -> new TreeSet<>())
                                .add(character)));
        var resources = new StringBuilder();
        for (var font : used.entrySet()) {
            int id = id();
            fonts.put(font.getKey(), id);
            files.add("/Doc_0/Res/font_" + id + ".ttf", EmbeddedFonts.subset(font.getKey(), font.getValue()));
            resources.append(
                    "<ofd:Font ID=\"%d\" FontName=\"%s\" FamilyName=\"%s\"><ofd:FontFile>font_%d.ttf</ofd:FontFile></ofd:Font>"
                            .formatted(id, font.getKey(), font.getKey(), id));
        }
        files.add(
                "/Doc_0/PublicRes.xml",
                "<ofd:Res %s BaseLoc=\"Res\"><ofd:Fonts>%s</ofd:Fonts></ofd:Res>"
                        .formatted(OfdXml.NAMESPACE, resources));
    }

    private List<Integer> pages() {
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < pages.size(); i++) {
            ids.add(id());
            files.add("/Doc_0/Pages/Page_" + i + "/Content.xml", page(pages.get(i)));
        }
        return ids;
    }

    private String page(OfdPage page) {
        var text = new StringBuilder("<ofd:Page " + OfdXml.NAMESPACE + "><ofd:Area><ofd:PhysicalBox>" + box(page)
                + "</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID=\"" + id() + "\" Type=\"Body\">");
        page.objects().forEach(object -> text.append(OfdXml.object(object, id(), fonts)));
        return text.append("</ofd:Layer></ofd:Content></ofd:Page>").toString();
    }

    private static String box(OfdPage page) {
        return "0 0 " + OfdXml.mm(page.width()) + " " + OfdXml.mm(page.height());
    }

    private void document(List<Integer> pageIds) {
        var listed = new StringBuilder();
        for (int i = 0; i < pageIds.size(); i++) {
            listed.append("<ofd:Page ID=\"%d\" BaseLoc=\"Pages/Page_%d/Content.xml\"/>".formatted(pageIds.get(i), i));
        }
        files.add(
                "/Doc_0/Document.xml",
                ("<ofd:Document %s><ofd:CommonData><ofd:MaxUnitID>%d</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>%s</ofd:PhysicalBox></ofd:PageArea>"
                                + "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>%s</ofd:Pages></ofd:Document>")
                        .formatted(OfdXml.NAMESPACE, lastId, box(pages.get(0)), listed));
    }

    private String root(String title, Instant at) {
        var sm3 = Sm3.hex(source);
        return ("<ofd:OFD %s Version=\"1.1\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>%s</ofd:DocID><ofd:Title>%s</ofd:Title>"
                        + "<ofd:CreationDate>%s</ofd:CreationDate><ofd:Creator>Qifeng</ofd:Creator><ofd:CustomDatas>"
                        + "<ofd:CustomData Name=\"source-sm3\">%s</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>"
                        + "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>%s</ofd:Signatures></ofd:DocBody></ofd:OFD>")
                .formatted(
                        OfdXml.NAMESPACE,
                        sm3.substring(0, 32),
                        OfdXml.text(title),
                        DATE.format(at),
                        sm3,
                        OfdSignatureXml.LIST.substring(1));
    }

    /** The list of signatures stays outside of the seal, so that others can seal after the platform. */
    private void seal(PDDocument document, List<Integer> pageIds) throws IOException {
        var field = place(document);
        var widget = field.getWidgets().get(0);
        int page = document.getPages().indexOf(widget.getPage());
        files.add(OfdSignatureXml.SEAL, seal.der());
        var xml = OfdSignatureXml.signature(
                files.all(),
                seal.at(),
                pageIds.get(page),
                picture(
                        pages.get(page),
                        widget.getRectangle().getLowerLeftX(),
                        widget.getRectangle().getLowerLeftY()));
        files.add(OfdSignatureXml.PLACE, xml);
        files.add(
                OfdSignatureXml.VALUE,
                seal.signer().sign(files.all().get(OfdSignatureXml.PLACE), OfdSignatureXml.PLACE));
        files.add(OfdSignatureXml.LIST, OfdSignatureXml.list());
    }

    private static PDSignatureField place(PDDocument document) {
        var form = document.getDocumentCatalog().getAcroForm();
        if (form == null || !(form.getField(SealPlaces.FIELD) instanceof PDSignatureField field)) {
            throw new IllegalArgumentException("no place for the platform's seal");
        }
        return field;
    }

    /** Beside the place of the signature, on the page. */
    private Rectangle2D picture(OfdPage page, double left, double bottom) {
        double x = Math.min(Math.max(left * MM, page.width() * MIDDLE), page.width() - seal.width());
        double y = page.height() - bottom * MM + BELOW - seal.height();
        return new Rectangle2D.Double(
                x, Math.max(0, Math.min(y, page.height() - seal.height())), seal.width(), seal.height());
    }
}
