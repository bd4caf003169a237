package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.Ban;
import cn.qifeng.evaluation.expert.domain.Conduct;
import cn.qifeng.evaluation.expert.domain.CreditEvent;
import cn.qifeng.evaluation.expert.domain.CreditEvent.Word;
import cn.qifeng.evaluation.expert.domain.CreditKind;
import cn.qifeng.evaluation.expert.domain.ExpertRefusal;
import cn.qifeng.evaluation.expert.domain.Experts;
import cn.qifeng.evaluation.expert.domain.PoolHistory;
import cn.qifeng.evaluation.expert.domain.PoolHistory.Act;
import cn.qifeng.evaluation.expert.domain.PoolHistory.Change;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.WorkingCalendar;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records what experts did, hears their objections, and bans (信用记录、异议、修复与失信惩戒). */
@ApplicationScoped
public class KeepConduct {

    private final Experts experts;
    private final Conduct conduct;
    private final PoolHistory history;
    private final PoolSettings settings;
    private final PoolDay day;
    private final LegalClock clock;

    KeepConduct(
            Experts experts,
            Conduct conduct,
            PoolHistory history,
            PoolSettings settings,
            PoolDay day,
            LegalClock clock) {
        this.experts = experts;
        this.conduct = conduct;
        this.history = history;
        this.settings = settings;
        this.day = day;
        this.clock = clock;
    }

    /** Records an event; it is told to the expert, who may object. */
    @Transactional
    public CreditEvent record(String number, CreditKind kind, String session, String reason, String by) {
        requireKnown(number);
        if (kind == null || kind == CreditKind.CARRIED_OVER) {
            throw ExpertRefusal.POINTS.at("kind", kind, "one of what an expert can do");
        }
        var today = day.today();
        var until = settings.rules().objectionUntil(today, WorkingCalendar.shipped());
        var event = CreditEvent.recorded(
                number,
                kind,
                settings.points(kind),
                session == null ? "" : session,
                until,
                new Word(today, by, reason));
        conduct.save(List.of(event));
        tell(number, Act.CREDIT_RECORDED, kind + " " + event.points() + " " + reason.strip(), by);
        return event;
    }

    /** The expert objects against an event of its own. */
    @Transactional
    public void object(String number, UUID id, String text, String by) {
        var event = event(number, id);
        conduct.save(List.of(event.objected(new Word(day.today(), by, text))));
    }

    /** Upholds an event against its objection, or takes it back. */
    @Transactional
    public void decide(String number, UUID id, boolean upheld, String reason, String by) {
        var next = event(number, id).decided(upheld, new Word(day.today(), by, reason));
        change(next, Act.CREDIT_DECIDED, reason, by);
    }

    /** Takes a repaired event from the record. */
    @Transactional
    public void repair(String number, UUID id, String reason, String by) {
        var next = event(number, id).repaired(new Word(day.today(), by, reason));
        change(next, Act.CREDIT_REPAIRED, reason, by);
    }

    /** Enters an expert in the blacklist from the first to the last of these days. */
    @Transactional
    public Ban ban(String number, String cause, String basis, LocalDate from, LocalDate until, String by) {
        requireKnown(number);
        var ban = new Ban(UUID.randomUUID(), number, cause, basis, from, until, by, Optional.empty());
        conduct.save(ban);
        tell(number, Act.BANNED, from + " ~ " + until + " " + basis.strip(), by);
        return ban;
    }

    /** Lifts a ban from today on. */
    @Transactional
    public void lift(String number, UUID id, String reason, String by) {
        var ban = conduct.lockBan(id).filter(one -> one.expert().equals(number)).orElseThrow(() -> notFound(id));
        if (reason == null || reason.isBlank()) {
            throw ExpertRefusal.REASON_NEEDED.at("reason", reason, "a reason");
        }
        conduct.save(ban.lifted(day.today()));
        tell(ban.expert(), Act.BAN_LIFTED, reason.strip(), by);
    }

    private void change(CreditEvent next, Act act, String reason, String by) {
        conduct.save(List.of(next));
        tell(next.expert(), act, next.kind() + " " + next.state() + " " + reason.strip(), by);
    }

    private CreditEvent event(String number, UUID id) {
        return conduct.lockEvent(id)
                .filter(event -> event.expert().equals(number))
                .orElseThrow(() -> notFound(id));
    }

    private void requireKnown(String number) {
        experts.byNumber(number)
                .orElseThrow(() ->
                        ExpertRefusal.NOT_FOUND.with(Facts.of("number", number).map()));
    }

    private void tell(String number, Act act, String detail, String by) {
        history.add(List.of(new Change(number, clock.now(), by, act, detail)));
    }

    private static RuntimeException notFound(UUID id) {
        return ExpertRefusal.NOT_FOUND.with(Facts.of("id", id).map());
    }
}
