package cn.qifeng.trading.keys;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.document.PdfSigning;
import cn.qifeng.kit.document.SealPlaces;
import cn.qifeng.kit.document.ofd.OfdSeal;
import cn.qifeng.kit.document.ofd.OfficialOfd;
import cn.qifeng.trust.ses.SealSignature;
import cn.qifeng.trust.sign.StockSignature;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The platform's seal on official documents (平台电子签章): a QS1 signature in the PDF field {@value SealPlaces#FIELD}, and,
 * where there is a key for it, an RSA signature in {@value SealPlaces#STOCK_FIELD} for readers that know no SM2. It shows
 * that the file is the platform's and unchanged; what persons declare they sign as statements (docs/evidence.md section
 * 14).
 */
@ApplicationScoped
public class DocumentSeal {

    private static final String SIGNER = "启封公共资源交易平台";

    private final PlatformKeys keys;
    private final LegalClock clock;

    DocumentSeal(PlatformKeys keys, LegalClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The same document as OFD under the platform's electronic seal; empty when the platform has none. The PDF decides,
     * and its SM3 stands in the OFD. Throws {@link IllegalArgumentException} when the document has no {@link SealPlaces}.
     */
    public Optional<byte[]> ofd(byte[] pdf) {
        return keys.electronicSeal().map(seal -> {
            var now = clock.now();
            return OfficialOfd.of(
                    pdf,
                    new OfdSeal(
                            seal.der(),
                            seal.picture().width(),
                            seal.picture().height(),
                            now,
                            (content, place) -> SealSignature.sign(seal, content, place, now, keys.seal())));
        });
    }

    /** The document with the seal. Throws {@link IllegalArgumentException} when it has no empty {@link SealPlaces}. */
    public byte[] seal(byte[] pdf) {
        var now = clock.now();
        var sealed = PdfSigning.sign(pdf, SealPlaces.FIELD, SIGNER, now, keys.seal()::sign);
        return keys.stockSeal()
                .map(key -> PdfSigning.sign(
                        sealed, SealPlaces.STOCK_FIELD, SIGNER, now, content -> StockSignature.sign(key, content)))
                .orElse(sealed);
    }
}
