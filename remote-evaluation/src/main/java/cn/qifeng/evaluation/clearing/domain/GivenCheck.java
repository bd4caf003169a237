package cn.qifeng.evaluation.clearing.domain;

import static cn.qifeng.evaluation.clearing.domain.FindingKind.GIVEN_CHANGED;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds one bid's small sheets (表-11 and on) against the figures that the tender's bill gives. */
final class GivenCheck {

    private final Map<String, Map<String, List<GivenFigure>>> given;
    private final FindingList found;
    private final Set<String> met = new HashSet<>();
    private String sheet = "";
    private RowKeys keys = new RowKeys();

    GivenCheck(TenderBill tender, FindingList found) {
        this.given = tender.given();
        this.found = found;
    }

    boolean wants(String name) {
        return given.containsKey(name);
    }

    void begin(String name) {
        sheet = name;
        keys = new RowKeys();
    }

    void take(SheetRow row) {
        var key = keys.of(row);
        for (GivenFigure figure : given.get(sheet).getOrDefault(key, List.of())) {
            met.add(sheet + key);
            var seen = row.number(figure.column());
            if (seen.isEmpty() || seen.get().compareTo(figure.value()) != 0) {
                found.add(
                        GIVEN_CHANGED,
                        Place.of(sheet, row.row(), figure.column()),
                        "",
                        figure.name(),
                        row.text(figure.column()),
                        Cells.plain(figure.value()));
            }
        }
    }

    /** Tells the rows with given figures that never came, at their place in the tender's bill. */
    void omissions() {
        given.forEach((name, rows) -> rows.forEach((key, figures) -> {
            if (!met.contains(name + key)) {
                figures.forEach(it -> found.add(GIVEN_CHANGED, it.place(), "", it.name(), "", Cells.plain(it.value())));
            }
        }));
    }
}
