package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.expert.application.FindEligible;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.NameLook;
import cn.qifeng.evaluation.panel.domain.NameLooks;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Shows names of drawn experts (查看名单): before check-in to the centre alone, which may have to telephone; to a
 * supervisor those who checked in. Each look has a reason and is an entry.
 */
@ApplicationScoped
public class LookAtNames {

    private static final int REASON_MAX = 500;

    private final RunningSessions running;
    private final FindEligible pool;
    private final NameLooks looks;
    private final CallEntries entries;
    private final LegalClock clock;

    LookAtNames(RunningSessions running, FindEligible pool, NameLooks looks, CallEntries entries, LegalClock clock) {
        this.running = running;
        this.pool = pool;
        this.looks = looks;
        this.entries = entries;
        this.clock = clock;
    }

    /** A seat with the name behind it. */
    public record Named(String place, Seat seat, String phone) {}

    /** The names; refuses without a reason, and where there is no name to be seen. */
    @Transactional
    public List<Named> look(SessionId id, String person, String role, String reason) {
        var session = running.lockEvenFrozen(id);
        var seats = session.panel().occupied().stream()
                .filter(it -> it.kind() == SeatKind.EXPERT)
                .filter(it -> !it.person().isEmpty())
                .filter(it -> role.equals(Role.CENTRE) || it.state().arrived())
                .toList();
        if (seats.isEmpty()) {
            throw PanelRefusal.NAMES_SEALED.with(
                    Facts.of("stage", session.stage()).and("role", role).map());
        }
        var look = new NameLook(UUID.randomUUID(), id, person, role, written(reason), seats.size(), clock.now());
        looks.add(look);
        entries.looked(session, look, seats);
        return named(session, seats);
    }

    private List<Named> named(EvaluationSession session, List<Seat> seats) {
        return seats.stream()
                .map(it -> new Named(
                        session.panel().place(it),
                        it,
                        pool.byNumber(it.number())
                                .map(Expert::person)
                                .map(p -> p.phone())
                                .orElse("")))
                .toList();
    }

    private static String written(String reason) {
        if (reason == null || reason.isBlank() || reason.length() > REASON_MAX) {
            throw PanelRefusal.REASON_NEEDED.with(Facts.field("reason", reason, "1 to " + REASON_MAX + " characters")
                    .map());
        }
        return reason.strip();
    }
}
