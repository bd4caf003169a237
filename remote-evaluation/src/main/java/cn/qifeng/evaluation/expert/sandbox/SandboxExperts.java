package cn.qifeng.evaluation.expert.sandbox;

import cn.qifeng.evaluation.expert.application.SeedExperts;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.ExpertState;
import cn.qifeng.evaluation.expert.domain.Relative;
import cn.qifeng.kit.mode.RunningMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sixty fictional experts of municipal road works, only in the sandbox (演示专家库). */
@ApplicationScoped
class SandboxExperts {

    private static final String FILE = "/sandbox/experts.csv";
    private static final String LIST_SEPARATOR = ";";

    private final SeedExperts seedExperts;
    private final RunningMode mode;

    SandboxExperts(SeedExperts seedExperts, RunningMode mode) {
        this.seedExperts = seedExperts;
        this.mode = mode;
    }

    void onStart(@Observes StartupEvent start) {
        if (mode.sandbox()) {
            seedExperts.with(read());
        }
    }

    /** The experts of the file: number, name, specialties, region, employer, former, relatives, avoided, state. */
    static List<Expert> read() {
        try (var reader = new BufferedReader(
                new InputStreamReader(SandboxExperts.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(SandboxExperts::expert).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Expert expert(String line) {
        String[] cells = line.split(",", -1);
        return new Expert(
                cells[0],
                cells[1],
                list(cells[2]),
                cells[3],
                cells[4],
                list(cells[5]),
                list(cells[6]).stream().map(SandboxExperts::relative).toList(),
                list(cells[7]),
                ExpertState.valueOf(cells[8]),
                Optional.empty());
    }

    private static Relative relative(String cell) {
        int at = cell.indexOf(':');
        return new Relative(cell.substring(0, at), cell.substring(at + 1));
    }

    private static Set<String> list(String cell) {
        return cell.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(cell.split(LIST_SEPARATOR)));
    }
}
