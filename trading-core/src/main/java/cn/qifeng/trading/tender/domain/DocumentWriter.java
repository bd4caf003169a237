package cn.qifeng.trading.tender.domain;

import java.util.Map;

/** Makes the tender document (招标文件) from a template and its fields. */
public interface DocumentWriter {

    /** Refuses a template with a tag that could fetch, include or run something; {@code docx} is the uploaded file. */
    void checkTemplate(byte[] docx);

    /**
     * Fills a template.
     *
     * @param template bytes of the .docx, or {@code null} for the platform's standard one
     * @param fields texts, booleans, and lists of maps for tables
     * @return the filled .docx
     */
    byte[] fill(byte[] template, Map<String, Object> fields);

    /** The official PDF of a filled document, with the data of the publication on a page of its own. */
    byte[] pdf(byte[] filledDocx, Tender tender, boolean sandbox);
}
