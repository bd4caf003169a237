package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.TradingCore;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Whose evaluation a session is (招标人、代理机构): its procuring entity and agency alone act as its host. */
@ApplicationScoped
public class Hosts {

    private final TradingCore core;

    Hosts(TradingCore core) {
        this.core = core;
    }

    /** Whether this person acts for the host of a session. */
    public boolean is(EvaluationSession session, String person) {
        return core.usccOf(person).filter(session.order()::isHost).isPresent();
    }

    /** The session, for its host; refuses with {@code panel/not-found} whoever is not, so that it learns nothing of it. */
    public EvaluationSession require(EvaluationSession session, String person) {
        if (!is(session, person)) {
            throw PanelRefusal.NO_SUCH_SESSION.with(
                    Facts.of("session", session.id()).map());
        }
        return session;
    }

    /** Those of these whose session this person's organisation hosts; asks for the organisation once, and only for some. */
    public <T> List<T> own(List<T> all, Function<T, EvaluationSession> session, String person) {
        if (all.isEmpty()) {
            return all;
        }
        var uscc = core.usccOf(person);
        return all.stream()
                .filter(it -> uscc.filter(session.apply(it).order()::isHost).isPresent())
                .toList();
    }
}
