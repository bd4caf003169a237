package cn.qifeng.kit.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes official documents (公文): XHTML in, PDF/A-2A out, with embedded fonts, page numbers and a running header. It
 * never opens a file or a connection that the XHTML names. The bytes differ between two runs; keep the file itself.
 */
@ApplicationScoped
public class OfficialPdf {

    private static final String DISALLOW_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String HOUSE_STYLE = resource("official.css");

    static {
        XRLog.setLoggingEnabled(false);
    }

    /**
     * Renders a document. Refuses with {@link DocumentRefusal#GLYPH_MISSING} a character that the fonts do not have;
     * throws {@link IllegalStateException} when the XHTML is not well-formed.
     */
    public byte[] render(OfficialSource source) {
        var page = parse(source.page(HOUSE_STYLE));
        var fonts = DocumentFonts.shared();
        synchronized (fonts) {
            try {
                new GlyphCheck(fonts).check(page);
                return render(page, fonts);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A document in the house style alone. */
    public byte[] render(String title, String body) {
        return render(OfficialSource.of(title, body));
    }

    private static byte[] render(Document page, DocumentFonts fonts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePDDocument(pdf);
            useFont(builder, pdf, fonts.serif(), DocumentFonts.SERIF, 400);
            useFont(builder, pdf, fonts.serifBold(), DocumentFonts.SERIF, 700);
            useFont(builder, pdf, fonts.sans(), DocumentFonts.SANS, 400);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(SRGB);
            builder.withProducer("Qifeng");
            closeTheNetwork(builder);
            builder.withW3cDocument(page, null);
            builder.toStream(out);
            try (var drawer = new BatikSVGDrawer()) {
                builder.useSVGDrawer(drawer);
                try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                    renderer.layout();
                    renderer.createPDFWithoutClosing();
                    SignatureFields.find(renderer).addTo(pdf);
                    pdf.save(out);
                }
            }
        }
        return out.toByteArray();
    }

    private static void closeTheNetwork(PdfRendererBuilder builder) {
        builder.useUriResolver((base, uri) -> uri != null && uri.startsWith("data:") ? uri : null);
        for (var priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith("data:"), priority);
        }
    }

    private static void useFont(
            PdfRendererBuilder builder, PDDocument pdf, TrueTypeFont font, String family, int weight)
            throws IOException {
        var embedded = PDType0Font.load(pdf, font, true);
        builder.useFont(new PDFontSupplier(embedded), family, weight, FontStyle.NORMAL, true);
    }

    private static Document parse(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(DISALLOW_DOCTYPE, true);
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the XHTML of an official document is not well-formed", e);
        }
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(OfficialPdf.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
