package cn.qifeng.evaluation.expert.sandbox;

import cn.qifeng.evaluation.expert.application.SeedExperts;
import cn.qifeng.evaluation.expert.domain.Employment;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.ExpertState;
import cn.qifeng.evaluation.expert.domain.PersonalData;
import cn.qifeng.evaluation.expert.domain.PersonalData.Gender;
import cn.qifeng.evaluation.expert.domain.PoolPlace;
import cn.qifeng.evaluation.expert.domain.Qualification;
import cn.qifeng.evaluation.expert.domain.Relative;
import cn.qifeng.evaluation.expert.domain.Specialty;
import cn.qifeng.evaluation.expert.domain.Ties;
import cn.qifeng.kit.mode.RunningMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sixty fictional experts of municipal road works, only in the sandbox (演示专家库). */
@ApplicationScoped
class SandboxExperts {

    private static final String EXPERTS = "/sandbox/experts.csv";
    private static final String SPECIALTIES = "/sandbox/specialties.csv";
    private static final String LIST_SEPARATOR = ";";
    private static final LocalDate SUSPENDED_FROM = LocalDate.of(2026, 6, 1);

    private final SeedExperts seedExperts;
    private final RunningMode mode;

    SandboxExperts(SeedExperts seedExperts, RunningMode mode) {
        this.seedExperts = seedExperts;
        this.mode = mode;
    }

    void onStart(@Observes StartupEvent start) {
        if (mode.sandbox()) {
            seedExperts.with(
                    lines(EXPERTS).stream().map(SandboxExperts::expert).toList(),
                    lines(SPECIALTIES).stream()
                            .map(cells -> new Specialty(cells[0], cells[1]))
                            .toList());
        }
    }

    private static List<String[]> lines(String file) {
        try (var reader = new BufferedReader(
                new InputStreamReader(SandboxExperts.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the first line of the file. */
    private static Expert expert(String[] cells) {
        var person = new PersonalData(Gender.valueOf(cells[2]), LocalDate.parse(cells[3]), cells[4], cells[5]);
        var trained = cells[12].isEmpty() ? Optional.<LocalDate>empty() : Optional.of(LocalDate.parse(cells[12]));
        var qualification = new Qualification(
                cells[8], Integer.parseInt(cells[9]), set(cells[10]), LocalDate.parse(cells[11]), trained);
        var ties = new Ties(
                cells[7],
                "",
                set(cells[13]).stream().map(SandboxExperts::employment).toList(),
                set(cells[14]).stream().map(SandboxExperts::relative).toList(),
                set(cells[15]));
        return new Expert(
                cells[0], cells[1], cells[6], person, qualification, ties, place(cells[16]), Optional.empty());
    }

    private static PoolPlace place(String state) {
        return switch (ExpertState.valueOf(state)) {
            case ACTIVE -> PoolPlace.ACTIVE;
            case SUSPENDED -> PoolPlace.suspended(SUSPENDED_FROM, null);
            case REMOVED -> PoolPlace.REMOVED;
        };
    }

    /** {@code unit@2019-03~2024-05}; it lasts where no month follows. */
    private static Employment employment(String cell) {
        int at = cell.indexOf('@');
        int to = cell.indexOf('~', at);
        var end = cell.substring(to + 1);
        return new Employment(
                cell.substring(0, at),
                YearMonth.parse(cell.substring(at + 1, to)),
                end.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(end)));
    }

    private static Relative relative(String cell) {
        int at = cell.indexOf(':');
        return new Relative(cell.substring(0, at), "", cell.substring(at + 1), "");
    }

    private static Set<String> set(String cell) {
        return cell.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(cell.split(LIST_SEPARATOR)));
    }
}
