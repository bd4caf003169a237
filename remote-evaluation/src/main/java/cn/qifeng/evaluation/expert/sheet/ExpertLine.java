package cn.qifeng.evaluation.expert.sheet;

import cn.qifeng.evaluation.expert.domain.Employment;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.ExpertBook.Line;
import cn.qifeng.evaluation.expert.domain.ExpertState;
import cn.qifeng.evaluation.expert.domain.PersonalData;
import cn.qifeng.evaluation.expert.domain.PersonalData.Gender;
import cn.qifeng.evaluation.expert.domain.PoolPlace;
import cn.qifeng.evaluation.expert.domain.Qualification;
import cn.qifeng.evaluation.expert.domain.Relative;
import cn.qifeng.evaluation.expert.domain.Specialty;
import cn.qifeng.evaluation.expert.domain.Ties;
import cn.qifeng.kernel.Uscc;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One expert from one row. A value that cannot be taken is a fault of its cell; the row is dropped with the workbook. */
final class ExpertLine {

    private static final int NUMBER_MAX = 16;
    private static final int NAME_MAX = 100;
    private static final int UNIT_MAX = 200;
    private static final int YEARS_MAX = 70;
    private static final int CREDIT_MAX = 100;
    private static final int RELATIVE_PARTS = 4;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1," + NUMBER_MAX + "}");
    private static final Pattern REGION = Pattern.compile("\\d{6}");
    private static final Pattern PHONE = Pattern.compile("\\d{11}|");
    private static final Pattern EMPLOYMENT = Pattern.compile("(.+)（(\\d{4}-\\d{2})至(今|\\d{4}-\\d{2})）");
    private static final LocalDate UNKNOWN_DAY = LocalDate.EPOCH;

    private final Cells cells;

    private ExpertLine(Cells cells) {
        this.cells = cells;
    }

    static Line of(Cells cells) {
        return new ExpertLine(cells).line();
    }

    private Line line() {
        var expert = new Expert(
                cells.text(Column.NUMBER, text -> NUMBER.matcher(text).matches(), "1 to 16 letters, digits and dashes"),
                cells.needed(Column.NAME, NAME_MAX),
                cells.text(Column.REGION, text -> REGION.matcher(text).matches(), "six digits, GB/T 2260"),
                person(),
                qualification(),
                ties(),
                place(),
                Optional.empty());
        return new Line(expert, cells.number(Column.CREDIT, 0, CREDIT_MAX));
    }

    private PersonalData person() {
        var gender = cells.text(Column.GENDER, text -> text.equals("男") || text.equals("女"), "男 or 女");
        var born = cells.day(Column.BORN_ON);
        if (born.isEmpty() && cells.text(Column.BORN_ON).isEmpty()) {
            cells.fault(Column.BORN_ON, "a day, 1970-12-01");
        }
        var id = cells.text(
                Column.ID_NUMBER,
                text -> text.isEmpty() || PersonalData.isIdNumber(text),
                "18 characters with a check digit, GB 11643");
        if (!id.isEmpty()
                && born.isPresent()
                && !id.startsWith(born.get().toString().replace("-", ""), 6)) {
            cells.fault(Column.ID_NUMBER, "the day of birth " + born.get());
        }
        return new PersonalData(
                gender.equals("男") ? Gender.MALE : Gender.FEMALE,
                born.orElse(UNKNOWN_DAY),
                id,
                cells.text(Column.PHONE, text -> PHONE.matcher(text).matches(), "11 digits"),
                cells.text(
                        Column.EMAIL, text -> text.isEmpty() || PersonalData.isEmail(text), "an address, name@host"));
    }

    private Qualification qualification() {
        Set<String> specialties = new TreeSet<>(cells.list(
                Column.SPECIALTIES, code -> Optional.of(code).filter(Specialty::isCode), "codes such as A0601"));
        if (specialties.isEmpty() && cells.text(Column.SPECIALTIES).isEmpty()) {
            cells.fault(Column.SPECIALTIES, "at least one code");
        }
        var entered = cells.day(Column.ENTERED_ON);
        if (entered.isEmpty() && cells.text(Column.ENTERED_ON).isEmpty()) {
            cells.fault(Column.ENTERED_ON, "a day, 2026-12-01");
        }
        return new Qualification(
                cells.needed(Column.TITLE, NAME_MAX),
                cells.number(Column.YEARS, 0, YEARS_MAX),
                specialties,
                entered.orElse(UNKNOWN_DAY),
                cells.day(Column.TRAINED_UNTIL));
    }

    private Ties ties() {
        List<Relative> relatives = cells.text(Column.RELATIVES).equals(Column.NONE)
                ? List.of()
                : cells.list(Column.RELATIVES, ExpertLine::relative, "关系|姓名|单位|职务, or 无");
        return new Ties(
                cells.needed(Column.EMPLOYER, UNIT_MAX),
                cells.text(
                        Column.EMPLOYER_USCC,
                        text -> text.isEmpty() || Uscc.isValid(text),
                        "18 characters with a check digit, GB 32100"),
                cells.list(Column.EMPLOYMENTS, ExpertLine::employment, "单位（2021-03至今） or 单位（2021-03至2024-06）"),
                relatives,
                Set.copyOf(cells.list(Column.AVOIDED, Optional::of, "units")));
    }

    private static Optional<Relative> relative(String item) {
        var parts = item.split("\\|", -1);
        return parts.length == RELATIVE_PARTS && !parts[0].isBlank() && !parts[2].isBlank()
                ? Optional.of(new Relative(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip()))
                : Optional.empty();
    }

    private static Optional<Employment> employment(String item) {
        var found = EMPLOYMENT.matcher(item);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            Optional<YearMonth> until =
                    found.group(3).equals("今") ? Optional.empty() : Optional.of(YearMonth.parse(found.group(3)));
            return Optional.of(new Employment(found.group(1).strip(), YearMonth.parse(found.group(2)), until));
        } catch (DateTimeException | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    private PoolPlace place() {
        var state = StateWord.of(cells.text(Column.STATE));
        if (state.isEmpty()) {
            cells.fault(Column.STATE, "正常, 暂停 or 退库");
        }
        if (state.isEmpty() || state.get() != ExpertState.SUSPENDED) {
            return state.filter(ExpertState.REMOVED::equals).isPresent() ? PoolPlace.REMOVED : PoolPlace.ACTIVE;
        }
        var from = cells.day(Column.STATE_FROM);
        var until = cells.day(Column.STATE_UNTIL);
        if (from.isEmpty()) {
            cells.fault(Column.STATE_FROM, "the first day of the suspension");
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            cells.fault(Column.STATE_UNTIL, "not before " + from.get());
            return PoolPlace.ACTIVE;
        }
        return PoolPlace.suspended(from.orElse(UNKNOWN_DAY), until.orElse(null));
    }
}
