package cn.qifeng.evaluation.terminal.application;

import cn.qifeng.evaluation.site.application.Reseated;
import cn.qifeng.evaluation.terminal.domain.Presences;
import cn.qifeng.evaluation.terminal.domain.SeatEventKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Binds a member who checked in to its next seat when its own broke (换席随行). */
@ApplicationScoped
class FollowSeats {

    private final Presences presences;
    private final SeatJournal journal;

    FollowSeats(Presences presences, SeatJournal journal) {
        this.presences = presences;
        this.journal = journal;
    }

    void follow(@Observes Reseated reseated) {
        var session = reseated.session();
        presences.in(session).stream()
                .filter(it -> it.number().equals(reseated.number()))
                .findFirst()
                .flatMap(it -> presences.lock(session, it.person()))
                .ifPresent(it -> {
                    presences.save(it.movedTo(reseated.place().key()));
                    journal.happened(
                            session,
                            it.number(),
                            SeatEventKind.MOVED,
                            reseated.place().key(),
                            0);
                });
    }
}
