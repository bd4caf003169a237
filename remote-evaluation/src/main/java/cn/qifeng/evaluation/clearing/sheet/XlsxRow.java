package cn.qifeng.evaluation.clearing.sheet;

import cn.qifeng.evaluation.clearing.domain.SheetRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/** A row of the reader as the clearing sees it; the same object for all rows of a sheet. */
final class XlsxRow implements SheetRow {

    /** What a spreadsheet shows at most of a binary number. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final int NUMBER_LENGTH_MAX = 40;

    private Row row;

    void of(Row next) {
        row = next;
    }

    @Override
    public int row() {
        return row.getRowNum();
    }

    @Override
    public int columns() {
        return row.getCellCount();
    }

    @Override
    public String text(int column) {
        var cell = cell(column);
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER && isSane(cell.asNumber())) {
            return shown(cell.asNumber()).stripTrailingZeros().toPlainString();
        }
        var text = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
        return text == null ? "" : text.strip();
    }

    @Override
    public Optional<BigDecimal> number(int column) {
        var cell = cell(column);
        if (cell == null) {
            return Optional.empty();
        }
        if (cell.getType() == CellType.NUMBER) {
            return isSane(cell.asNumber()) ? Optional.of(shown(cell.asNumber())) : Optional.empty();
        }
        return parsed(text(column));
    }

    private Cell cell(int column) {
        var cell = column >= 0 && column < row.getCellCount() ? row.getCell(column) : null;
        return cell == null || cell.getType() == CellType.EMPTY ? null : cell;
    }

    /** Of a text that is a number, as many programs export them, with separators of thousands too. */
    private static Optional<BigDecimal> parsed(String text) {
        if (text.isEmpty() || text.length() > NUMBER_LENGTH_MAX || !isNumeric(text)) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(text.replace(",", ""));
            return isSane(number) ? Optional.of(shown(number)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether it can be written out: 1E999999999 would fill the memory with zeros. */
    private static boolean isSane(BigDecimal number) {
        return Math.abs((long) number.scale()) <= NUMBER_LENGTH_MAX && number.precision() <= NUMBER_LENGTH_MAX;
    }

    private static boolean isNumeric(String text) {
        char first = text.charAt(0);
        return first >= '0' && first <= '9' || first == '-' || first == '.' || first == '+';
    }

    private static BigDecimal shown(BigDecimal number) {
        return number.precision() > SHOWN.getPrecision() ? number.round(SHOWN) : number;
    }
}
