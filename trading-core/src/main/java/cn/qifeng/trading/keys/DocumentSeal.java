package cn.qifeng.trading.keys;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.document.PdfSigning;
import cn.qifeng.trust.sign.StockSignature;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The platform's seal on official documents (平台电子签章): a QS1 signature in the PDF field {@value #FIELD}, and, where
 * there is a key for it, an RSA signature in {@value #STOCK_FIELD} for readers that know no SM2. It shows that the file
 * is the platform's and unchanged; what persons declare they sign as statements (docs/evidence.md section 14).
 */
@ApplicationScoped
public class DocumentSeal {

    /** Field of the SM2 signature. */
    public static final String FIELD = "platform";
    /** Field of the RSA signature. */
    public static final String STOCK_FIELD = "platform-stock";

    private static final String SIGNER = "启封公共资源交易平台";

    private final PlatformKeys keys;
    private final LegalClock clock;

    DocumentSeal(PlatformKeys keys, LegalClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The two places of the signatures, for the block of class {@code seal} at a document's end. */
    public static String places() {
        return "<div class=\"platform-seal\"><span class=\"field\" id=\"sign-" + FIELD + "\"></span>"
                + "<span class=\"field\" id=\"sign-" + STOCK_FIELD + "\"></span></div>";
    }

    /** The document with the seal; it must have {@link #places()}. */
    public byte[] seal(byte[] pdf) {
        var now = clock.now();
        var sealed = PdfSigning.sign(pdf, FIELD, SIGNER, now, keys.seal()::sign);
        return keys.stockSeal()
                .map(key ->
                        PdfSigning.sign(sealed, STOCK_FIELD, SIGNER, now, content -> StockSignature.sign(key, content)))
                .orElse(sealed);
    }
}
