package cn.qifeng.evaluation.rework.application;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.rework.domain.Rework;
import cn.qifeng.evaluation.rework.domain.ReworkRefusal;
import cn.qifeng.evaluation.rework.domain.Reworks;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Tells whether a panel reviews once more, and what (复评查询). */
@ApplicationScoped
public class ReadReworks {

    private final Reworks reworks;

    ReadReworks(Reworks reworks) {
        this.reworks = reworks;
    }

    /** The re-reviews of a session, by number. */
    @Transactional
    public List<Rework> of(SessionId id) {
        return reworks.of(id.toString());
    }

    /** The one that runs. */
    @Transactional
    public Optional<Rework> running(SessionId id) {
        return of(id).stream().filter(it -> !it.done()).findFirst();
    }

    /** Refuses with {@link ReworkRefusal#ONLY_POINTS} while one runs. */
    @Transactional
    public void requireNone(SessionId id) {
        running(id).ifPresent(it -> {
            throw ReworkRefusal.ONLY_POINTS.with(
                    Facts.field("rework", it.number(), "none running").map());
        });
    }
}
