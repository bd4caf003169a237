package cn.qifeng.evaluation.expert.domain;

import cn.qifeng.evaluation.expert.domain.PersonalData.Gender;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Experts for tests: one without ties, and what may be said of one. */
public final class SampleExperts {

    /** The day of the tests. */
    public static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    /** Rules that ask for nothing but the law. */
    public static final PoolRules PLAIN = new PoolRules(OptionalInt.empty(), false);

    /** Rules as most libraries have them. */
    public static final CreditRules CREDIT = new CreditRules(100, 60, 6, 12, 5);

    private SampleExperts() {}

    /** Works at a university, with one specialty. */
    public static Expert free(String number) {
        return tied(number, ties("大学", List.of(), List.of(), Set.of()));
    }

    static Expert tied(String number, Ties ties) {
        return new Expert(
                number,
                "测试专家",
                "330703",
                new PersonalData(Gender.FEMALE, LocalDate.of(1970, 3, 5), "", "00012345678"),
                new Qualification("高级工程师", 20, Set.of("A0701"), LocalDate.of(2020, 1, 6), Optional.empty()),
                ties,
                PoolPlace.ACTIVE,
                Optional.of(new Account("p" + number, "m", "", "测试专家")));
    }

    static Ties ties(String employer, List<Employment> former, List<Relative> relatives, Set<String> avoided) {
        return new Ties(employer, "", former, relatives, avoided);
    }

    static Employment until(String unit, String month) {
        return new Employment(unit, YearMonth.of(2015, 1), Optional.of(YearMonth.parse(month)));
    }
}
