package cn.qifeng.trading.tender.domain;

import java.util.List;

/**
 * That technical files are blind (暗标编制要求), and by what template they are written. The technical file of a bid, its
 * part {@code TECHNICAL}, is the blind one.
 *
 * @param pagesMax pages that it may have, 1 to 1,000
 * @param fonts fonts that may be used, up to 8 names; empty where any may
 * @param sizesPt sizes that may be used, up to 8 decimals in points; empty where any may
 * @param marginMm width of the empty margin on all four sides in millimetres, 0 to 60
 * @param linesPt distances from line to line that may be used (固定行距), up to 8 decimals in points; empty where any may
 * @param breach what follows when the panel finds that a file breaks these rules
 */
public record BlindRule(
        int pagesMax, List<String> fonts, List<String> sizesPt, int marginMm, List<String> linesPt, Breach breach) {

    public BlindRule {
        fonts = fonts == null ? List.of() : List.copyOf(fonts);
        sizesPt = sizesPt == null ? List.of() : List.copyOf(sizesPt);
        linesPt = linesPt == null ? List.of() : List.copyOf(linesPt);
    }

    /** Consequence of a breach, as the tender document states it. */
    public enum Breach {
        /** The bid is rejected (否决投标). */
        REJECT,
        /** The technical part gets no points (技术部分计零分). */
        ZERO,
        /** It is written into the report, and nothing else (仅记录). */
        NONE
    }
}
