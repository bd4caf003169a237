package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.Application;
import cn.qifeng.evaluation.expert.domain.Application.Candidate;
import cn.qifeng.evaluation.expert.domain.Application.Recommendation;
import cn.qifeng.evaluation.expert.domain.Applications;
import cn.qifeng.evaluation.expert.domain.CreditEvent.Word;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.ExpertAccounts;
import cn.qifeng.evaluation.expert.domain.ExpertRefusal;
import cn.qifeng.evaluation.expert.domain.Experts;
import cn.qifeng.evaluation.expert.domain.PoolHistory;
import cn.qifeng.evaluation.expert.domain.PoolHistory.Act;
import cn.qifeng.evaluation.expert.domain.PoolHistory.Change;
import cn.qifeng.evaluation.expert.domain.Specialties;
import cn.qifeng.evaluation.expert.domain.Specialty;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes applications for the pool, and lets the centre decide over them (专家入库申请与审核). */
@ApplicationScoped
public class EnterPool {

    private final Applications applications;
    private final Experts experts;
    private final ExpertAccounts accounts;
    private final Specialties specialties;
    private final PoolHistory history;
    private final PoolSettings settings;
    private final PoolDay day;
    private final LegalClock clock;

    EnterPool(
            Applications applications,
            Experts experts,
            ExpertAccounts accounts,
            Specialties specialties,
            PoolHistory history,
            PoolSettings settings,
            PoolDay day,
            LegalClock clock) {
        this.applications = applications;
        this.experts = experts;
        this.accounts = accounts;
        this.specialties = specialties;
        this.history = history;
        this.settings = settings;
        this.day = day;
        this.clock = clock;
    }

    /** Applications of one account, the newest first. */
    @Transactional
    public List<Application> own(String person) {
        return applications.of(person);
    }

    /** Those that wait, the oldest first. */
    @Transactional
    public List<Application> waiting() {
        return applications.waiting();
    }

    /**
     * Somebody applies. Refuses with {@link ExpertRefusal#APPLIED} who is or was in the pool, or waits already, with
     * {@link ExpertRefusal#SPECIALTY} a code that the tree does not hold, and with {@link ExpertRefusal#YEARS}.
     */
    @Transactional
    public Application apply(String person, Candidate candidate, Recommendation recommendation, String statement) {
        boolean waits = applications.of(person).stream().anyMatch(one -> one.state() == Application.State.SUBMITTED);
        requireNewcomer(person, candidate);
        if (waits) {
            throw ExpertRefusal.APPLIED.with(Facts.of("person", person).map());
        }
        requireKnown(candidate.qualification().specialties());
        var application = Application.submitted(person, candidate, recommendation, day.today(), statement);
        applications.save(application);
        return application;
    }

    /** The centre takes the applicant in, under the next number of the library. */
    @Transactional
    public Application approve(UUID id, String reason, String by) {
        var waiting = known(id);
        requireNewcomer(waiting.person(), waiting.candidate());
        var number = nextNumber();
        var approved = waiting.approved(number, new Word(day.today(), by, reason));
        var account = accounts.all().stream()
                .map(ExpertAccounts.Known::account)
                .filter(one -> one.person().equals(approved.person()))
                .findFirst();
        experts.save(approved.expert(number, day.today(), account));
        applications.save(approved);
        history.add(List.of(new Change(number, clock.now(), by, Act.ADMITTED, reason.strip())));
        return approved;
    }

    /** The centre does not. */
    @Transactional
    public Application refuse(UUID id, String reason, String by) {
        var refused = known(id).refused(new Word(day.today(), by, reason));
        applications.save(refused);
        return refused;
    }

    /** One person has one place in the pool, whatever account it comes with: who is banned or was removed stays so. */
    private void requireNewcomer(String person, Candidate candidate) {
        var idNumber = candidate.person().idNumber();
        if (experts.ofPerson(person).isPresent() || experts.byIdNumber(idNumber).isPresent()) {
            throw ExpertRefusal.APPLIED.with(Facts.of("person", person).map());
        }
    }

    private void requireKnown(Set<String> codes) {
        var known = specialties.all().stream().map(Specialty::code).collect(Collectors.toSet());
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw ExpertRefusal.SPECIALTY.at("specialties", code, "a code of the pool");
        });
        if (codes.isEmpty()) {
            throw ExpertRefusal.SPECIALTY.at("specialties", "", "at least one code");
        }
    }

    private Application known(UUID id) {
        return applications
                .lock(id)
                .orElseThrow(
                        () -> ExpertRefusal.NOT_FOUND.with(Facts.of("id", id).map()));
    }

    /** One more than the highest number with the library's prefix. */
    private String nextNumber() {
        var prefix = settings.numberPrefix();
        int digits = settings.numberDigits();
        long highest = experts.all().stream()
                .map(Expert::number)
                .filter(number -> number.matches(prefix + "\\d{" + digits + "}"))
                .mapToLong(number -> Long.parseLong(number.substring(prefix.length())))
                .max()
                .orElse(0);
        return prefix + String.format("%0" + digits + "d", highest + 1);
    }
}
