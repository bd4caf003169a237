package cn.qifeng.evaluation.clearing.sheet;

import cn.qifeng.evaluation.clearing.domain.Severity;
import java.math.BigDecimal;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** How cells of the workbook look: the platform's colours, thin lines, figures right. A text is always a text. */
final class Look {

    private static final String DAI = "17506B";
    private static final String LINE = "DDE4E7";
    private static final String GREY = "5B6B77";
    private static final String ORANGE = "B2500B";
    private static final String YELLOW = "856200";
    private static final String BLUE = "1F5FA8";

    private Look() {}

    static void title(Worksheet sheet, int row, String text) {
        sheet.value(row, 0, text);
        sheet.style(row, 0).bold().fontSize(15).fontColor(DAI).set();
        sheet.rowHeight(row, 26);
    }

    static void note(Worksheet sheet, int row, String text) {
        sheet.value(row, 0, text);
        sheet.style(row, 0).fontColor(GREY).set();
    }

    static void heading(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, text);
        lined(sheet, row, column)
                .bold()
                .fontColor("FFFFFF")
                .fillColor(DAI)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .wrapText(true)
                .set();
    }

    static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, text);
        lined(sheet, row, column).verticalAlignment("top").set();
    }

    static void wrapped(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, text);
        lined(sheet, row, column).verticalAlignment("top").wrapText(true).set();
    }

    static void count(Worksheet sheet, int row, int column, int count) {
        sheet.value(row, column, count);
        var style = lined(sheet, row, column).format("#,##0").verticalAlignment("top");
        (count == 0 ? style.fontColor("9AA7AF") : style).set();
    }

    static void money(Worksheet sheet, int row, int column, BigDecimal yuan) {
        sheet.value(row, column, yuan);
        lined(sheet, row, column).format("#,##0.00").verticalAlignment("top").set();
    }

    static void percent(Worksheet sheet, int row, int column, BigDecimal percent) {
        sheet.value(row, column, percent);
        lined(sheet, row, column)
                .format("+0.0;-0.0;0.0")
                .verticalAlignment("top")
                .set();
    }

    static void severity(Worksheet sheet, int row, int column, Severity severity, String word) {
        sheet.value(row, column, word);
        lined(sheet, row, column)
                .bold()
                .fontColor(
                        switch (severity) {
                            case SEVERE -> ORANGE;
                            case NOTABLE -> YELLOW;
                            case MINOR -> BLUE;
                        })
                .verticalAlignment("top")
                .set();
    }

    private static StyleSetter lined(Worksheet sheet, int row, int column) {
        return sheet.style(row, column).borderStyle(BorderStyle.THIN).borderColor(LINE);
    }
}
