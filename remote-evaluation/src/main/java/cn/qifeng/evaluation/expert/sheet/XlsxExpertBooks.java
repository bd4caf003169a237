package cn.qifeng.evaluation.expert.sheet;

import cn.qifeng.evaluation.expert.domain.CellFaults;
import cn.qifeng.evaluation.expert.domain.ExpertBook;
import cn.qifeng.evaluation.expert.domain.ExpertBook.Line;
import cn.qifeng.evaluation.expert.domain.ExpertBooks;
import cn.qifeng.evaluation.expert.domain.ExpertRefusal;
import cn.qifeng.evaluation.expert.domain.Specialty;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.office.OfficeGate;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Workbooks of experts as .xlsx: the sheet 专家, and the sheet 专业代码 for the tree of specialties. */
@ApplicationScoped
public class XlsxExpertBooks implements ExpertBooks {

    static final String EXPERTS = "专家";
    static final String SPECIALTIES = "专业代码";

    private static final OfficeGate GATE =
            new OfficeGate(ExpertRefusal.UNREADABLE, ExpertRefusal.UNREADABLE, OfficeGate.Limits.WORKBOOK);
    private static final String FILE = "file";
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    @Override
    public ExpertBook read(byte[] xlsx) {
        GATE.check(xlsx, OfficeGate.WORKBOOK);
        var faults = new CellFaults();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx), OPTIONS)) {
            var experts = book.findSheet(EXPERTS).map(sheet -> lines(sheet, faults));
            if (experts.isEmpty()) {
                faults.add(EXPERTS, "A1", FILE, "no such sheet", "a sheet named " + EXPERTS);
            }
            var specialties = book.findSheet(SPECIALTIES).map(sheet -> specialties(sheet, faults));
            faults.refuse();
            return new ExpertBook(experts.orElseThrow(), specialties.orElse(List.of()));
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // The reader reports a broken part by whatever exception it meets.
            faults.add(FILE, "A1", FILE, broken.getClass().getSimpleName(), "an .xlsx workbook");
            faults.refuse();
            throw new IllegalStateException(broken);
        }
    }

    private static List<Line> lines(Sheet sheet, CellFaults faults) {
        var lines = new ArrayList<Line>();
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        Map<String, String> known = new HashMap<>();
        try (var rows = sheet.openStream()) {
            for (var it = rows.iterator(); it.hasNext(); ) {
                var row = it.next();
                if (places.isEmpty()) {
                    places.putAll(places(row, faults));
                } else if (!isBlank(row)) {
                    if (lines.size() == EXPERTS_MAX) {
                        faults.add(
                                EXPERTS,
                                Cells.name(0, row.getRowNum()),
                                FILE,
                                "more",
                                EXPERTS_MAX + " experts at most");
                        break;
                    }
                    var line = ExpertLine.of(new Cells(EXPERTS, places, row, faults));
                    lines.add(line);
                    requireOnce(line, row, places, known, faults);
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return lines;
    }

    /** No number and no identity card twice. */
    private static void requireOnce(
            Line line, Row row, Map<Column, Integer> places, Map<String, String> known, CellFaults faults) {
        var keys = Map.of(
                Column.NUMBER, line.expert().number(),
                Column.ID_NUMBER, line.expert().person().idNumber());
        keys.forEach((column, value) -> {
            var cell = Cells.name(places.getOrDefault(column, 0), row.getRowNum());
            var former = value.isEmpty() ? null : known.putIfAbsent(column + value, cell);
            if (former != null) {
                faults.add(EXPERTS, cell, column.heading(), value, "other than in " + former);
            }
        });
    }

    private static Map<Column, Integer> places(Row headings, CellFaults faults) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (var column : Column.values()) {
            for (int i = 0; i < headings.getCellCount(); i++) {
                if (column.heading().equals(text(headings, i))) {
                    places.putIfAbsent(column, i);
                }
            }
            if (!places.containsKey(column) && !column.optional()) {
                var cell = Cells.name(0, headings.getRowNum());
                faults.add(EXPERTS, cell, column.heading(), "no such heading", column.heading());
            }
        }
        faults.refuse();
        return places;
    }

    private static List<Specialty> specialties(Sheet sheet, CellFaults faults) {
        var specialties = new ArrayList<Specialty>();
        try (var rows = sheet.openStream()) {
            rows.skip(1).filter(row -> !isBlank(row)).forEach(row -> {
                var code = text(row, 0);
                if (Specialty.isCode(code) && !text(row, 1).isEmpty()) {
                    specialties.add(new Specialty(code, text(row, 1)));
                } else {
                    var cell = Cells.name(0, row.getRowNum());
                    faults.add(SPECIALTIES, cell, "专业代码", code, "a code such as A0601, and its name");
                }
            });
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return specialties;
    }

    private static boolean isBlank(Row row) {
        for (int i = 0; i < row.getCellCount(); i++) {
            if (!text(row, i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String text(Row row, int column) {
        return Optional.ofNullable(column < row.getCellCount() ? row.getCell(column) : null)
                .map(cell -> cell.getText() == null ? "" : cell.getText().strip())
                .orElse("");
    }

    @Override
    public byte[] write(ExpertBook book) {
        return WrittenBook.of(book);
    }
}
