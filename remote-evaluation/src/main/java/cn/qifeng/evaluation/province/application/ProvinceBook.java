package cn.qifeng.evaluation.province.application;

import cn.qifeng.evaluation.province.domain.ProvinceExpert;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Thirty fictional experts, who are in no pool of the platform (沙箱专家名册). */
@ApplicationScoped
class ProvinceBook {

    private static final String FILE = "/sandbox/province.csv";
    private static final String LIST_SEPARATOR = ";";

    /** Everybody. */
    List<ProvinceExpert> all() {
        try (var reader = new BufferedReader(
                new InputStreamReader(ProvinceBook.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> expert(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the first line of the file. */
    private static ProvinceExpert expert(String... cells) {
        return new ProvinceExpert(
                cells[0], cells[1], cells[2], list(cells[3]), list(cells[4]), Boolean.parseBoolean(cells[5]));
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(LIST_SEPARATOR));
    }
}
