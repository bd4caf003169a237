package cn.qifeng.kit.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * Signs official documents (PDF 签名) in fields that {@link OfficialPdf} made, one after the other; each is an
 * incremental save, so earlier signatures stay valid. The signature is a detached CMS over the byte range, such as a QS1
 * signature (docs/evidence.md section 2).
 */
public final class PdfSigning {

    private static final int SIGNATURE_BYTES = 16_384;

    private PdfSigning() {}

    /**
     * The document with one more signature.
     *
     * @param field name of the field, without {@code sign-}
     * @param signer name that readers show
     * @param at time that readers show; nobody relies on it
     * @param cms makes the detached CMS over the bytes it is given
     */
    public static byte[] sign(byte[] pdf, String field, String signer, Instant at, UnaryOperator<byte[]> cms) {
        try (var document = Loader.loadPDF(pdf);
                var options = new SignatureOptions();
                var out = new ByteArrayOutputStream()) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setName(signer);
            signature.setSignDate(calendar(at));
            var empty = emptyField(document, field);
            var place = empty.getWidgets().get(0);
            var rectangle = place.getRectangle();
            var appearance = place.getAppearance();
            empty.setValue(signature);
            options.setPreferredSignatureSize(SIGNATURE_BYTES);
            document.addSignature(signature, options);
            // PDFBox takes the room from a signature without a picture
            place.setRectangle(rectangle);
            place.setAppearance(appearance);
            var signing = document.saveIncrementalForExternalSigning(out);
            signing.setSignature(cms.apply(signing.getContent().readAllBytes()));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDSignatureField emptyField(PDDocument document, String name) {
        var form = document.getDocumentCatalog().getAcroForm();
        if (form == null || !(form.getField(name) instanceof PDSignatureField field) || field.getSignature() != null) {
            throw new IllegalArgumentException("no empty signature field " + name);
        }
        return field;
    }

    private static Calendar calendar(Instant at) {
        var calendar = Calendar.getInstance(TimeZone.getTimeZone("Asia/Shanghai"));
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }
}
