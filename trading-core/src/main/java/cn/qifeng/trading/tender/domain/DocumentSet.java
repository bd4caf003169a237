package cn.qifeng.trading.tender.domain;

/**
 * The files of one version of the tender document (招标文件), by SM3 in lower-case hexadecimal; {@code null} where
 * nothing is attached yet.
 *
 * @param version version of the document, from 1
 * @param template template that the agency uploaded; {@code null} means the platform's standard one
 * @param docx the filled document
 * @param pdf the official PDF of the same text
 * @param bill bill of quantities (工程量清单)
 */
public record DocumentSet(int version, String template, String docx, String pdf, String bill) {

    /** Nothing attached. */
    public static DocumentSet none() {
        return new DocumentSet(1, null, null, null, null);
    }

    /** The same with another template; what was rendered from the former one is dropped. */
    public DocumentSet withTemplate(String sm3) {
        return new DocumentSet(version, sm3, null, null, bill);
    }

    /** The same with another bill. */
    public DocumentSet withBill(String sm3) {
        return new DocumentSet(version, template, docx, pdf, sm3);
    }

    /** The same with the rendered document. */
    public DocumentSet rendered(String docxSm3, String pdfSm3) {
        return new DocumentSet(version, template, docxSm3, pdfSm3, bill);
    }

    /** The same without a rendered document: the draft has changed since. */
    public DocumentSet stale() {
        return new DocumentSet(version, template, null, null, bill);
    }
}
