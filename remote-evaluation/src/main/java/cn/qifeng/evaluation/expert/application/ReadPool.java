package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.Conduct;
import cn.qifeng.evaluation.expert.domain.ConductRecord;
import cn.qifeng.evaluation.expert.domain.Eligibility;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.ExpertBook;
import cn.qifeng.evaluation.expert.domain.ExpertBooks;
import cn.qifeng.evaluation.expert.domain.ExpertFilter;
import cn.qifeng.evaluation.expert.domain.ExpertRefusal;
import cn.qifeng.evaluation.expert.domain.Experts;
import cn.qifeng.evaluation.expert.domain.Interests;
import cn.qifeng.evaluation.expert.domain.PersonNames;
import cn.qifeng.evaluation.expert.domain.PoolHistory;
import cn.qifeng.evaluation.expert.domain.Specialties;
import cn.qifeng.evaluation.expert.domain.Specialty;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows the pool to the centre, and to an expert its own file (专家库查询). */
@ApplicationScoped
public class ReadPool {

    private final Experts experts;
    private final Conduct conduct;
    private final PoolHistory history;
    private final Specialties specialties;
    private final ExpertBooks books;
    private final PoolSettings settings;
    private final PoolDay day;
    private final PersonNames names;
    private final LinkAccounts linkAccounts;

    ReadPool(
            Experts experts,
            Conduct conduct,
            PoolHistory history,
            Specialties specialties,
            ExpertBooks books,
            PoolSettings settings,
            PoolDay day,
            PersonNames names,
            LinkAccounts linkAccounts) {
        this.experts = experts;
        this.conduct = conduct;
        this.history = history;
        this.specialties = specialties;
        this.books = books;
        this.settings = settings;
        this.day = day;
        this.names = names;
        this.linkAccounts = linkAccounts;
    }

    /** One page of those that fit, each as it stands today, and how many fit. */
    @Transactional
    public Found find(ExpertFilter filter, int page, int size) {
        var found = experts.page(filter, page, size);
        var records = conduct.of(found.experts().stream().map(Expert::number).toList(), settings.rules());
        return new Found(
                found.experts().stream()
                        .map(expert -> file(expert, records.get(expert.number()), List.of()))
                        .toList(),
                found.count());
    }

    /** Files without their history. */
    public record Found(List<ExpertFile> files, long count) {}

    /** One file; refuses with {@link ExpertRefusal#NOT_FOUND}. */
    @Transactional
    public ExpertFile file(String number) {
        return file(known(number), conduct.of(List.of(number), settings.rules()).get(number), history.of(number));
    }

    /** The file of the expert with this account; refuses with {@link ExpertRefusal#NOT_FOUND}. */
    @Transactional
    public ExpertFile ownFile(String person) {
        return file(numberOf(person));
    }

    /** Number of the expert with this account, which may be younger than the last look at accounts; refuses with {@link ExpertRefusal#NOT_FOUND}. */
    @Transactional
    public String numberOf(String person) {
        return experts.ofPerson(person)
                .or(() -> {
                    linkAccounts.run();
                    return experts.ofPerson(person);
                })
                .map(Expert::number)
                .orElseThrow(() ->
                        ExpertRefusal.NOT_FOUND.with(Facts.of("person", person).map()));
    }

    /** The tree of specialties. */
    @Transactional
    public List<Specialty> specialties() {
        return specialties.all();
    }

    /** The whole pool as a workbook. */
    @Transactional
    public byte[] workbook() {
        var records = conduct.all(settings.rules());
        return books.write(new ExpertBook(
                experts.all().stream()
                        .map(expert -> new ExpertBook.Line(
                                expert,
                                records.getOrDefault(expert.number(), nothing()).scoreOn(day.today())))
                        .toList(),
                specialties.all()));
    }

    private Expert known(String number) {
        return experts.byNumber(number)
                .orElseThrow(() ->
                        ExpertRefusal.NOT_FOUND.with(Facts.of("number", number).map()));
    }

    private ExpertFile file(Expert expert, ConductRecord record, List<PoolHistory.Change> changes) {
        var nobody = new Interests(Set.of(), Set.of(), day.today());
        var judged = Eligibility.of(List.of(expert), nobody, settings.pool(), Map.of(expert.number(), record));
        return new ExpertFile(
                expert, record, judged.recused().getOrDefault(expert.number(), List.of()), named(changes), day.today());
    }

    private List<PoolHistory.Change> named(List<PoolHistory.Change> changes) {
        var known = new HashMap<String, String>();
        return changes.stream()
                .map(change -> change.by(known.computeIfAbsent(change.by(), names::of)))
                .toList();
    }

    private ConductRecord nothing() {
        return new ConductRecord(List.of(), List.of(), settings.rules());
    }
}
