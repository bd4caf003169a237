package cn.qifeng.kit.document;

/**
 * Where the platform's seal (平台电子签章) goes in an official document: two fields, which {@link OfficialPdf} makes and
 * trading-core, which holds the keys, fills by {@link PdfSigning} (docs/evidence.md section 14).
 */
public final class SealPlaces {

    /** Field of the SM2 signature. */
    public static final String FIELD = "platform";
    /** Field of the RSA signature. */
    public static final String STOCK_FIELD = "platform-stock";

    /** What the document says of the seal. */
    public static final String NOTE = "文件由平台电子签章，任何改动都会使签章失效。";

    private SealPlaces() {}

    /** XHTML of the places, for a document's end. */
    public static String xhtml() {
        return "<div class=\"platform-seal\"><span class=\"field\" id=\"sign-" + FIELD + "\"></span>"
                + "<span class=\"field\" id=\"sign-" + STOCK_FIELD + "\"></span></div>";
    }
}
