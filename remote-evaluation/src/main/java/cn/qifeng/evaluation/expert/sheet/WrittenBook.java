package cn.qifeng.evaluation.expert.sheet;

import cn.qifeng.evaluation.expert.domain.Employment;
import cn.qifeng.evaluation.expert.domain.ExpertBook;
import cn.qifeng.evaluation.expert.domain.ExpertBook.Line;
import cn.qifeng.evaluation.expert.domain.PersonalData.Gender;
import cn.qifeng.evaluation.expert.domain.Relative;
import cn.qifeng.evaluation.expert.domain.Specialty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the workbook that {@link XlsxExpertBooks} reads. All cells are texts, so that no code loses a zero. */
final class WrittenBook {

    private static final String VERSION = "1.0";
    private static final String HEADING_FILL = "E8EEF4";
    private static final int WIDTH = 16;
    private static final int WIDE = 36;

    private final Map<String, String> names;

    private WrittenBook(ExpertBook book) {
        names = book.specialties().stream().collect(Collectors.toMap(Specialty::code, Specialty::name));
    }

    static byte[] of(ExpertBook book) {
        var out = new ByteArrayOutputStream();
        try (var xlsx = new Workbook(out, "Qifeng", VERSION)) {
            new WrittenBook(book).experts(xlsx.newWorksheet(XlsxExpertBooks.EXPERTS), book);
            specialties(xlsx.newWorksheet(XlsxExpertBooks.SPECIALTIES), book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void experts(Worksheet sheet, ExpertBook book) {
        for (var column : Column.values()) {
            sheet.value(0, column.ordinal(), column.heading());
            boolean wide = column == Column.EMPLOYER || column == Column.EMPLOYMENTS || column == Column.RELATIVES;
            sheet.width(column.ordinal(), wide ? WIDE : WIDTH);
        }
        heading(sheet, Column.values().length);
        int row = 1;
        for (var line : book.lines()) {
            for (var column : Column.values()) {
                sheet.value(row, column.ordinal(), text(line, column));
            }
            row++;
        }
        sheet.setAutoFilter(0, 0, Math.max(1, row - 1), Column.values().length - 1);
    }

    private static void heading(Worksheet sheet, int columns) {
        sheet.range(0, 0, 0, columns - 1).style().bold().fillColor(HEADING_FILL).set();
        sheet.freezePane(2, 1);
    }

    private String text(Line line, Column column) {
        var expert = line.expert();
        return switch (column) {
            case NUMBER -> expert.number();
            case NAME -> expert.name();
            case GENDER -> expert.person().gender() == Gender.MALE ? "男" : "女";
            case BORN_ON -> expert.person().bornOn().toString();
            case ID_NUMBER -> expert.person().idNumber();
            case PHONE -> expert.person().phone();
            case EMAIL -> expert.person().email();
            case REGION -> expert.region();
            case REGION_NAME -> "";
            case TITLE -> expert.qualification().title();
            case YEARS -> Integer.toString(expert.qualification().years());
            case SPECIALTIES -> codes(line, code -> code);
            case SPECIALTY_NAMES -> codes(line, names::get);
            case ENTERED_ON -> expert.qualification().enteredOn().toString();
            case TRAINED_UNTIL -> day(expert.qualification().trainedUntil());
            case STATE -> StateWord.of(expert.place().state());
            case STATE_FROM -> day(expert.place().from());
            case STATE_UNTIL -> day(expert.place().until());
            case CREDIT -> Integer.toString(line.credit());
            case EMPLOYER, EMPLOYER_USCC, EMPLOYMENTS, RELATIVES, AVOIDED -> tie(line, column);
        };
    }

    private static String tie(Line line, Column column) {
        var ties = line.expert().ties();
        return switch (column) {
            case EMPLOYER -> ties.employer();
            case EMPLOYER_USCC -> ties.employerUscc();
            case EMPLOYMENTS ->
                ties.employments().stream().map(WrittenBook::employment).collect(Collectors.joining(Column.LIST));
            case RELATIVES ->
                ties.relatives().isEmpty()
                        ? Column.NONE
                        : ties.relatives().stream().map(WrittenBook::relative).collect(Collectors.joining(Column.LIST));
            default -> ties.avoidedUnits().stream().sorted().collect(Collectors.joining(Column.LIST));
        };
    }

    private static String codes(Line line, UnaryOperator<String> shown) {
        return line.expert().qualification().specialties().stream()
                .sorted()
                .map(shown)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(Column.LIST));
    }

    private static String employment(Employment past) {
        return past.unit() + "（" + past.from()
                + past.until().map(YearMonth::toString).map(end -> "至" + end).orElse(Column.UNTIL_NOW) + "）";
    }

    private static String relative(Relative relative) {
        return String.join("|", relative.relation(), relative.name(), relative.unit(), relative.position());
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static void specialties(Worksheet sheet, ExpertBook book) {
        sheet.value(0, 0, "专业代码");
        sheet.value(0, 1, "专业名称");
        sheet.width(0, WIDTH);
        sheet.width(1, WIDE);
        heading(sheet, 2);
        int row = 1;
        for (var specialty : book.specialties()) {
            sheet.value(row, 0, specialty.code());
            sheet.value(row, 1, specialty.name());
            row++;
        }
    }
}
