package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.ExpertRefusal;
import cn.qifeng.evaluation.expert.domain.Experts;
import cn.qifeng.evaluation.expert.domain.PoolHistory;
import cn.qifeng.evaluation.expert.domain.PoolHistory.Act;
import cn.qifeng.evaluation.expert.domain.PoolHistory.Change;
import cn.qifeng.evaluation.expert.domain.PoolPlace;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/** Suspends, resumes, removes and trains experts, with who did it, when and why (专家暂停、恢复、退库与培训). */
@ApplicationScoped
public class ChangeExpert {

    private final Experts experts;
    private final PoolHistory history;
    private final LegalClock clock;

    ChangeExpert(Experts experts, PoolHistory history, LegalClock clock) {
        this.experts = experts;
        this.history = history;
        this.clock = clock;
    }

    /** Suspends from the first to the last of these days; {@code until} may be {@code null}. */
    @Transactional
    public void suspend(String number, LocalDate from, LocalDate until, String reason, String by) {
        if (from == null) {
            throw ExpertRefusal.PERIOD.at("from", null, "the first day");
        }
        var place = PoolPlace.suspended(from, until);
        change(number, expert -> expert.at(place), Act.SUSPENDED, period(from, until) + " " + needed(reason), by);
    }

    /** Lets an expert be drawn again. */
    @Transactional
    public void resume(String number, String reason, String by) {
        change(number, expert -> expert.at(PoolPlace.ACTIVE), Act.RESUMED, needed(reason), by);
    }

    /** Takes an expert out of the pool for good. */
    @Transactional
    public void remove(String number, String reason, String by) {
        change(number, expert -> expert.at(PoolPlace.REMOVED), Act.REMOVED, needed(reason), by);
    }

    /** Records training that counts until this day. */
    @Transactional
    public void train(String number, LocalDate until, String course, String by) {
        if (until == null) {
            throw ExpertRefusal.PERIOD.at("until", null, "the last day on which it counts");
        }
        change(number, expert -> expert.trained(until), Act.TRAINED, needed(course) + " ~ " + until, by);
    }

    private void change(String number, UnaryOperator<Expert> change, Act act, String detail, String by) {
        var expert = experts.byNumber(number)
                .orElseThrow(() ->
                        ExpertRefusal.NOT_FOUND.with(Facts.of("number", number).map()));
        experts.save(change.apply(expert));
        history.add(List.of(new Change(number, clock.now(), by, act, detail)));
    }

    private static String period(LocalDate from, LocalDate until) {
        return from + " ~ " + (until == null ? "" : until);
    }

    private static String needed(String reason) {
        if (reason == null || reason.isBlank()) {
            throw ExpertRefusal.REASON_NEEDED.at("reason", reason, "a reason");
        }
        return reason.strip();
    }
}
