package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.CellFaults;
import cn.qifeng.evaluation.expert.domain.Conduct;
import cn.qifeng.evaluation.expert.domain.CreditEvent;
import cn.qifeng.evaluation.expert.domain.CreditEvent.Word;
import cn.qifeng.evaluation.expert.domain.CreditKind;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.ExpertBook;
import cn.qifeng.evaluation.expert.domain.ExpertBooks;
import cn.qifeng.evaluation.expert.domain.ExpertState;
import cn.qifeng.evaluation.expert.domain.Experts;
import cn.qifeng.evaluation.expert.domain.PoolHistory;
import cn.qifeng.evaluation.expert.domain.PoolHistory.Act;
import cn.qifeng.evaluation.expert.domain.PoolHistory.Change;
import cn.qifeng.evaluation.expert.domain.Specialties;
import cn.qifeng.evaluation.expert.domain.Specialty;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes a workbook of experts into the pool: all of it, or nothing (专家批量导入). */
@ApplicationScoped
public class ImportExperts {

    private static final String SHEET = "专家";
    private static final String FILE_CELL = "—";

    private final ExpertBooks books;
    private final Experts experts;
    private final Specialties specialties;
    private final Conduct conduct;
    private final PoolHistory history;
    private final PoolSettings settings;
    private final PoolDay day;
    private final LegalClock clock;

    ImportExperts(
            ExpertBooks books,
            Experts experts,
            Specialties specialties,
            Conduct conduct,
            PoolHistory history,
            PoolSettings settings,
            PoolDay day,
            LegalClock clock) {
        this.books = books;
        this.experts = experts;
        this.specialties = specialties;
        this.conduct = conduct;
        this.history = history;
        this.settings = settings;
        this.day = day;
        this.clock = clock;
    }

    /** How many came in, were changed, and are as they were. */
    public record Imported(int added, int changed, int same) {}

    /**
     * Takes it. The credit of a newcomer is carried over; the credit of a known expert comes from its events here alone.
     * Refuses with {@code expert/sheet} and names every cell at fault.
     */
    @Transactional
    public Imported take(byte[] xlsx, String by) {
        var book = books.read(xlsx);
        var known = experts.all().stream().collect(Collectors.toMap(Expert::number, Function.identity()));
        requireKnownCodes(book);
        requireOtherPeople(book, known);
        requireNobodyBack(book, known);
        specialties.save(book.specialties());
        var added = new ArrayList<Expert>();
        var changed = new ArrayList<Expert>();
        var events = new ArrayList<CreditEvent>();
        for (var line : book.lines()) {
            var former = known.get(line.expert().number());
            if (former == null) {
                added.add(line.expert());
                carriedOver(line, by).ifPresent(events::add);
            } else if (!line.expert().keepingAccountOf(former).equals(former)) {
                changed.add(line.expert().keepingAccountOf(former));
            }
        }
        var all = new ArrayList<>(added);
        all.addAll(changed);
        experts.saveAll(all);
        history.add(changes(added, Act.IMPORTED, known, by));
        history.add(changes(changed, Act.UPDATED, known, by));
        conduct.save(events);
        return new Imported(added.size(), changed.size(), book.lines().size() - added.size() - changed.size());
    }

    private void requireKnownCodes(ExpertBook book) {
        Set<String> codes = specialties.all().stream().map(Specialty::code).collect(Collectors.toSet());
        book.specialties().forEach(specialty -> codes.add(specialty.code()));
        var faults = new CellFaults();
        for (var line : book.lines()) {
            line.expert().qualification().specialties().stream()
                    .filter(code -> !codes.contains(code))
                    .forEach(code -> faults.add(
                            SHEET, line.expert().number(), "专业代码", code, "a code of the sheet 专业代码 or of the pool"));
        }
        faults.refuse();
    }

    /** One person has one number. */
    private static void requireOtherPeople(ExpertBook book, Map<String, Expert> known) {
        var imported = book.lines().stream().map(line -> line.expert().number()).collect(Collectors.toSet());
        var numbers = known.values().stream()
                .filter(expert -> !imported.contains(expert.number()))
                .filter(expert -> !expert.person().idNumber().isEmpty())
                .collect(Collectors.toMap(expert -> expert.person().idNumber(), Expert::number, (one, other) -> one));
        var faults = new CellFaults();
        for (var line : book.lines()) {
            var other = numbers.get(line.expert().person().idNumber());
            if (other != null) {
                faults.add(SHEET, line.expert().number(), "证件号码", FILE_CELL, "other than that of " + other);
            }
        }
        faults.refuse();
    }

    /** Who was removed stays so, as everywhere. */
    private static void requireNobodyBack(ExpertBook book, Map<String, Expert> known) {
        var faults = new CellFaults();
        for (var line : book.lines()) {
            var former = known.get(line.expert().number());
            boolean back = former != null
                    && former.place().state() == ExpertState.REMOVED
                    && line.expert().place().state() != ExpertState.REMOVED;
            if (back) {
                faults.add(
                        SHEET,
                        line.expert().number(),
                        "状态",
                        line.expert().place().state().name(),
                        "退库");
            }
        }
        faults.refuse();
    }

    private Optional<CreditEvent> carriedOver(ExpertBook.Line line, String by) {
        int points = Math.min(0, line.credit() - settings.rules().base());
        if (points == 0) {
            return Optional.empty();
        }
        var today = day.today();
        return Optional.of(CreditEvent.recorded(
                line.expert().number(),
                CreditKind.CARRIED_OVER,
                points,
                "",
                today.minusDays(1),
                new Word(today, by, "导入时信用分 " + line.credit())));
    }

    private List<Change> changes(List<Expert> of, Act act, Map<String, Expert> known, String by) {
        var at = clock.now();
        return of.stream()
                .map(expert -> new Change(expert.number(), at, by, act, moved(known.get(expert.number()), expert)))
                .toList();
    }

    /** Where a sheet puts a known expert, when that is somewhere else. */
    private static String moved(Expert former, Expert next) {
        return former == null || former.place().equals(next.place())
                ? ""
                : former.place().state() + " → " + next.place().state();
    }
}
