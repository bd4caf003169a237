package cn.qifeng.evaluation.expert.sheet;

import cn.qifeng.evaluation.expert.domain.CellFaults;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/** Cells of one row by column; what cannot be taken becomes a fault and an empty value. */
final class Cells {

    private static final int LETTERS = 26;

    private final String sheet;
    private final Map<Column, Integer> places;
    private final Row row;
    private final CellFaults faults;

    Cells(String sheet, Map<Column, Integer> places, Row row, CellFaults faults) {
        this.sheet = sheet;
        this.places = places;
        this.row = row;
        this.faults = faults;
    }

    /** Text without blanks around it; empty where nothing stands. */
    String text(Column column) {
        return cell(column).map(Cells::text).orElse("");
    }

    /** Text that must fit. */
    String text(Column column, Predicate<String> fits, String expected) {
        var text = text(column);
        if (!fits.test(text)) {
            fault(column, expected);
            return "";
        }
        return text;
    }

    /** A text from 1 to {@code max} characters. */
    String needed(Column column, int max) {
        return text(column, text -> !text.isEmpty() && text.length() <= max, "1 to " + max + " characters");
    }

    /** A day, as a date of the spreadsheet or as {@code 2026-12-01}; empty where nothing stands. */
    Optional<LocalDate> day(Column column) {
        var cell = cell(column);
        if (cell.isEmpty() || text(cell.get()).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    cell.get().getType() == CellType.NUMBER
                            ? cell.get().asDate().toLocalDate()
                            : LocalDate.parse(text(cell.get())));
        } catch (DateTimeException notADay) {
            fault(column, "a day, 2026-12-01");
            return Optional.empty();
        }
    }

    /** A whole number in a range; its lower end after a fault. */
    int number(Column column, int from, int to) {
        try {
            int number = new BigDecimal(text(column)).intValueExact();
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // becomes a fault below
        } catch (ArithmeticException notWhole) {
            // becomes a fault below
        }
        fault(column, "a whole number from " + from + " to " + to);
        return from;
    }

    /** Items of a list, each read by {@code reader}, which gives empty for what it cannot read. */
    <T> List<T> list(Column column, Function<String, Optional<T>> reader, String expected) {
        return Arrays.stream(text(column).split(Column.LIST))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> {
                    var read = reader.apply(item);
                    if (read.isEmpty()) {
                        fault(column, item, expected);
                    }
                    return read;
                })
                .flatMap(Optional::stream)
                .toList();
    }

    /** Something is wrong with the cell as it stands. */
    void fault(Column column, String expected) {
        fault(column, text(column), expected);
    }

    private void fault(Column column, String seen, String expected) {
        faults.add(sheet, name(places.getOrDefault(column, 0), row.getRowNum()), column.heading(), seen, expected);
    }

    private Optional<Cell> cell(Column column) {
        var place = places.get(column);
        return place == null || place >= row.getCellCount()
                ? Optional.empty()
                : Optional.ofNullable(row.getCell(place));
    }

    private static String text(Cell cell) {
        var text = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
        return text == null ? "" : text.strip();
    }

    /** {@code D17} for the fourth column and row 17. */
    static String name(int column, int row) {
        var letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.append(row).toString();
    }
}
