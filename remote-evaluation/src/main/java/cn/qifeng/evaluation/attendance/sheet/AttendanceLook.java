package cn.qifeng.evaluation.attendance.sheet;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Styles of the cells. */
record AttendanceLook(
        CellStyle title, CellStyle heading, CellStyle text, CellStyle hours, CellStyle count, CellStyle money) {

    static AttendanceLook of(XSSFWorkbook book, short titlePoints) {
        var large = book.createFont();
        large.setBold(true);
        large.setFontHeightInPoints(titlePoints);
        var title = book.createCellStyle();
        title.setFont(large);
        title.setAlignment(HorizontalAlignment.CENTER);
        var bold = book.createFont();
        bold.setBold(true);
        var heading = boxed(book);
        heading.setFont(bold);
        heading.setAlignment(HorizontalAlignment.CENTER);
        heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return new AttendanceLook(
                title, heading, boxed(book), number(book, "0.0#"), number(book, "0"), number(book, "#,##0.00"));
    }

    private static CellStyle number(XSSFWorkbook book, String format) {
        var style = boxed(book);
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static CellStyle boxed(XSSFWorkbook book) {
        var style = book.createCellStyle();
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }
}
