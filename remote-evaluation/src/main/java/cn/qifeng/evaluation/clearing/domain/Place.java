package cn.qifeng.evaluation.clearing.domain;

/**
 * Where a finding stands in a workbook (单元格位置).
 *
 * @param ofTender whether it is in the tender's workbook, because the bid's has no such row
 * @param sheet name of the sheet
 * @param row row as the sheet numbers it, from 1; 0 where the whole sheet is meant
 * @param column letter of the column
 */
public record Place(boolean ofTender, String sheet, int row, String column) {

    /** The place in a column of the bid's workbook by its number, from 0. */
    public static Place of(String sheet, int row, int column) {
        return new Place(false, sheet, row, letter(column));
    }

    /** The same place in the tender's workbook. */
    public Place inTender() {
        return new Place(true, sheet, row, column);
    }

    private static String letter(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
