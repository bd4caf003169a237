package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.application.MemberLeft;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.scoring.domain.SheetDraft;
import cn.qifeng.evaluation.scoring.domain.SheetDrafts;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Keeps the draft of a sheet for the machine that dies (保存评分草稿). It comes sealed under a key that only the member
 * holds and goes back to that member alone; it is no step of the evaluation, so no entry tells of it.
 */
@ApplicationScoped
public class KeepDraft {

    private final RunningSessions running;
    private final SheetDrafts drafts;
    private final LegalClock clock;

    KeepDraft(RunningSessions running, SheetDrafts drafts, LegalClock clock) {
        this.running = running;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** The caller's own draft of the present round. */
    @Transactional
    public Optional<SheetDraft> read(SessionId id, String person) {
        var session = running.read(id);
        var seat = RunningSessions.seated(session, person, Stage.SCORING);
        return drafts.of(id.toString(), session.round(), seat.member());
    }

    /** Keeps it in place of the former one; refuses one that is not newer. */
    @Transactional
    public SheetDraft keep(SessionId id, String person, long n, String sealed) {
        var session = running.lockEvenFrozen(id);
        var seat = RunningSessions.seated(session, person, Stage.SCORING);
        var draft = new SheetDraft(n, sealed, clock.now());
        draft.check(drafts.of(id.toString(), session.round(), seat.member())
                .map(SheetDraft::n)
                .orElse(0L));
        drafts.save(id.toString(), session.round(), seat.member(), draft);
        return draft;
    }

    void on(@Observes MemberLeft left) {
        drafts.dropAll(left.session().toString(), left.member());
    }
}
