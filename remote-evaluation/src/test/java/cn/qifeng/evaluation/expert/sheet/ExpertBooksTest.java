package cn.qifeng.evaluation.expert.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.qifeng.evaluation.expert.domain.Employment;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.ExpertBook;
import cn.qifeng.evaluation.expert.domain.ExpertBook.Line;
import cn.qifeng.evaluation.expert.domain.ExpertBooks;
import cn.qifeng.evaluation.expert.domain.ExpertRefusal;
import cn.qifeng.evaluation.expert.domain.ExpertState;
import cn.qifeng.evaluation.expert.domain.PersonalData;
import cn.qifeng.evaluation.expert.domain.PersonalData.Gender;
import cn.qifeng.evaluation.expert.domain.PoolPlace;
import cn.qifeng.evaluation.expert.domain.Qualification;
import cn.qifeng.evaluation.expert.domain.Relative;
import cn.qifeng.evaluation.expert.domain.Specialty;
import cn.qifeng.evaluation.expert.domain.Ties;
import cn.qifeng.kernel.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Experts in workbooks 专家库工作簿")
class ExpertBooksTest {

    private static final Path SAMPLE = Path.of("..", "..", "shared", "samples", "experts.xlsx");
    private static final ExpertBooks BOOKS = new XlsxExpertBooks();
    private static final List<Specialty> TREE = List.of(new Specialty("A0601", "市政工程造价"));

    @Test
    void readsBackWhatItWrote() {
        var book = new ExpertBook(
                List.of(new Line(expert("ZJ001", PoolPlace.ACTIVE), 99), new Line(expert("ZJ002", suspended()), 60)),
                TREE);

        assertThat(BOOKS.read(BOOKS.write(book))).isEqualTo(book);
    }

    @Test
    void takesTenThousandExpertsAndNotOneMore() {
        assertThat(BOOKS.read(BOOKS.write(many(10_000))).lines()).hasSize(10_000);
        assertThat(faults(BOOKS.write(many(10_001)))).extracting("seen").containsExactly("more");
    }

    @Test
    void readsTheLibraryAsItIsHandedOver() throws IOException {
        assumeTrue(Files.exists(SAMPLE));
        var book = BOOKS.read(Files.readAllBytes(SAMPLE));

        assertThat(book.lines()).hasSize(60);
        assertThat(book.specialties()).extracting(Specialty::code).contains("A0601", "A0101");
        var second = book.lines().get(1).expert();
        assertThat(second.ties().employments())
                .extracting(Employment::unit)
                .containsExactly("澜州市城市建设发展中心", "金岭区水务投资有限公司");
        assertThat(book.lines()).anyMatch(line -> line.expert().place().state() == ExpertState.SUSPENDED);
        assertThat(book.lines())
                .anyMatch(line -> !line.expert().ties().relatives().isEmpty());
    }

    @Test
    void namesEveryCellAtFaultAndTakesNothing() {
        var bad = Map.of(
                Column.GENDER, "未知",
                Column.BORN_ON, "1970-13-01",
                Column.ID_NUMBER, "999999197003050021",
                Column.PHONE, "12",
                Column.REGION, "33070",
                Column.YEARS, "二十",
                Column.SPECIALTIES, "A06；X1",
                Column.EMPLOYMENTS, "甲公司 2019 起",
                Column.RELATIVES, "配偶|甲",
                Column.STATE, "在岗");
        var faults = faults(changed((sheet, column) -> {
            if (bad.containsKey(column)) {
                sheet.value(1, column.ordinal(), bad.get(column));
            }
        }));

        assertThat(faults)
                .extracting(it -> it.get("column"), it -> it.get("cell"))
                .containsExactlyInAnyOrder(
                        tuple("性别", "C2"),
                        tuple("出生日期", "D2"),
                        tuple("证件号码", "E2"),
                        tuple("手机号码", "F2"),
                        tuple("区域代码", "G2"),
                        tuple("从业年限", "M2"),
                        tuple("专业代码", "N2"),
                        tuple("近三年工作单位", "K2"),
                        tuple("申报近亲属", "R2"),
                        tuple("状态", "T2"));
    }

    @Test
    void refusesANumberOrAPersonTwice() {
        var expert = new Line(expert("ZJ002", PoolPlace.ACTIVE), 100);

        assertThat(faults(BOOKS.write(new ExpertBook(List.of(expert, expert), TREE))))
                .extracting(it -> it.get("cell"), it -> it.get("expected"))
                .containsExactlyInAnyOrder(tuple("A3", "other than in A2"), tuple("E3", "other than in E2"));
    }

    @Test
    void refusesAMissingHeadingAndAMissingSheet() {
        assertThat(faults(changed((sheet, column) -> {
                    if (column == Column.EMPLOYER) {
                        sheet.value(0, column.ordinal(), "单位");
                    }
                })))
                .extracting("expected")
                .containsExactly("工作单位");
        assertThat(faults(book("别的", sheet -> {}))).extracting("seen").containsExactly("no such sheet");
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        assertThatThrownBy(() -> BOOKS.read("姓名,性别".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ExpertRefusal.UNREADABLE));
    }

    private static List<Map<String, String>> faults(byte[] xlsx) {
        var faults = new ArrayList<Map<String, String>>();
        assertThatThrownBy(() -> BOOKS.read(xlsx)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ExpertRefusal.SHEET);
            for (var fault : json(refused.facts().get("faults"))) {
                faults.add(Map.of(
                        "cell", fault.path("cell").asText(),
                        "column", fault.path("column").asText(),
                        "seen", fault.path("seen").asText(),
                        "expected", fault.path("expected").asText()));
            }
            assertThat(refused.facts()).containsEntry("count", faults.size());
        });
        return faults;
    }

    private static JsonNode json(Object text) {
        try {
            return new ObjectMapper().readTree(text.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One expert in the sheet, with cells changed. */
    private static byte[] changed(BiConsumer<Worksheet, Column> change) {
        var values = Map.of(
                Column.NUMBER, "ZJ001",
                Column.NAME, "某某",
                Column.GENDER, "女",
                Column.BORN_ON, "1970-03-05",
                Column.REGION, "330703",
                Column.EMPLOYER, "大学",
                Column.TITLE, "教授",
                Column.YEARS, "20",
                Column.SPECIALTIES, "A0601",
                Column.ENTERED_ON, "2020-01-06");
        return book("专家", sheet -> {
            for (var column : Column.values()) {
                sheet.value(0, column.ordinal(), column.heading());
                sheet.value(1, column.ordinal(), values.getOrDefault(column, ""));
            }
            sheet.value(1, Column.STATE.ordinal(), "正常");
            sheet.value(1, Column.CREDIT.ordinal(), "100");
            for (var column : Column.values()) {
                change.accept(sheet, column);
            }
        });
    }

    private static byte[] book(String name, Consumer<Worksheet> fill) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            fill.accept(book.newWorksheet(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static ExpertBook many(int count) {
        return new ExpertBook(
                IntStream.range(0, count)
                        .mapToObj(i -> expert("ZJ%06d".formatted(i), PoolPlace.ACTIVE))
                        .map(ExpertBooksTest::withoutId)
                        .map(expert -> new Line(expert, 100))
                        .toList(),
                TREE);
    }

    private static Expert withoutId(Expert expert) {
        var person = new PersonalData(Gender.MALE, expert.person().bornOn(), "", "");
        return new Expert(
                expert.number(),
                expert.name(),
                expert.region(),
                person,
                expert.qualification(),
                expert.ties(),
                expert.place(),
                Optional.empty());
    }

    private static PoolPlace suspended() {
        return PoolPlace.suspended(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 12, 31));
    }

    private static Expert expert(String number, PoolPlace place) {
        var id = number.endsWith("2") ? "999999198102138663" : "";
        return new Expert(
                number,
                "师景岑",
                "330703",
                new PersonalData(Gender.FEMALE, LocalDate.of(1981, 2, 13), id, "00022338331"),
                new Qualification(
                        "正高级工程师",
                        18,
                        Set.of("A0601"),
                        LocalDate.of(2019, 6, 13),
                        Optional.of(LocalDate.of(2027, 6, 30))),
                new Ties(
                        "水务公司",
                        "",
                        List.of(
                                new Employment("水务公司", YearMonth.of(2019, 3), Optional.empty()),
                                new Employment("监理公司", YearMonth.of(2012, 1), Optional.of(YearMonth.of(2019, 2)))),
                        List.of(new Relative("配偶", "某甲", "检测公司", "员工")),
                        Set.of("水务公司")),
                place,
                Optional.empty());
    }
}
