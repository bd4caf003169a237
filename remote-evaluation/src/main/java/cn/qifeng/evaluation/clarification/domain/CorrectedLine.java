package cn.qifeng.evaluation.clarification.domain;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;

/**
 * A priced line and what it comes to after correction (修正后的清单行).
 *
 * @param unitPrice unit price in yuan after the correction
 * @param total total after the correction
 */
public record CorrectedLine(BillLine written, CorrectionRuling ruling, BigDecimal unitPrice, Fen total) {

    /** By how much the total of the line changes, in fen. */
    public long change() {
        return total.value() - written.total().value();
    }
}
