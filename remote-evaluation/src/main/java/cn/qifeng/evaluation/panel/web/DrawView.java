package cn.qifeng.evaluation.panel.web;

import cn.qifeng.evaluation.notification.domain.Channel;
import cn.qifeng.evaluation.panel.application.DrawSettings;
import cn.qifeng.evaluation.panel.application.ReadDraws.Desk;
import cn.qifeng.evaluation.panel.domain.Call;
import cn.qifeng.evaluation.panel.domain.DirectChoice;
import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.NameLook;
import cn.qifeng.evaluation.panel.domain.Panel;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.StepTaken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Draws and calls of a session as centre and supervisor see them: places in the order of the pick, and no name. */
record DrawView(
        String id,
        String tender,
        String name,
        String lotCode,
        String region,
        String stage,
        int size,
        int missing,
        Plan plan,
        Instant notBefore,
        boolean planNeeded,
        Rules rules,
        List<Step> steps,
        boolean exhausted,
        Choice choice,
        List<Called> calls,
        List<Look> looks,
        LibraryView library) {

    static DrawView of(Desk desk, boolean supervises) {
        var session = desk.session();
        var order = session.order();
        var course = session.ceremony().course();
        return new DrawView(
                session.id().toString(),
                order.tender().toString(),
                order.name(),
                order.lotCode(),
                order.region(),
                session.stage().name(),
                session.panel().size(),
                session.missing(),
                Plan.of(desk, course.plan().isPresent()),
                desk.notBefore().filter(it -> !it.equals(Instant.EPOCH)).orElse(null),
                desk.notBefore().isEmpty(),
                Rules.of(desk.settings()),
                course.taken().stream().map(Step::of).toList(),
                course.exhausted(),
                course.choice().map(it -> Choice.of(it, supervises)).orElse(null),
                session.panel().experts().stream()
                        .filter(it -> it.state() != SeatState.RESERVE)
                        .map(it -> Called.of(
                                session.panel(),
                                it,
                                Optional.ofNullable(desk.calls().get(it.number()))))
                        .toList(),
                desk.looks().stream().map(Look::of).toList(),
                desk.library().map(it -> LibraryView.of(it, session.panel())).orElse(null));
    }

    /** What the centre set, or what is usual. */
    record Plan(
            boolean set,
            List<String> specialties,
            List<String> regions,
            Instant startsAt,
            String place,
            HallKind hall) {

        static Plan of(Desk desk, boolean set) {
            var plan = desk.plan();
            return new Plan(
                    set,
                    plan.asked().specialties(),
                    plan.asked().regions(),
                    plan.startsAt().orElse(null),
                    plan.place(),
                    plan.hall());
        }
    }

    /** Parameters of draws; times in minutes. */
    record Rules(
            long leadMinutes,
            long answerMinutes,
            int employerMax,
            int servedMax,
            int servedDays,
            int bidderMax,
            int hostMax,
            int metDays,
            String reason,
            int meshMembersMax,
            int janusMembersMax) {

        static Rules of(DrawSettings settings) {
            return new Rules(
                    settings.lead().toMinutes(),
                    settings.answer().toMinutes(),
                    settings.employerMax(),
                    settings.servedMax(),
                    settings.servedDays(),
                    settings.bidderMax(),
                    settings.hostMax(),
                    settings.metDays(),
                    settings.lateReason(),
                    settings.meshMembersMax(),
                    settings.janusMembersMax());
        }
    }

    /** One look at the pool. */
    record Step(
            String step,
            List<String> specialties,
            List<String> regions,
            int eligible,
            int needed,
            boolean drawn,
            Instant at) {

        static Step of(StepTaken look) {
            return new Step(
                    look.step().name(),
                    look.scope().specialties(),
                    look.scope().regions(),
                    look.eligible(),
                    look.needed(),
                    look.draw().isPresent(),
                    look.at());
        }
    }

    /** A direct choice that waits; the supervisor alone sees whom it names. */
    record Choice(int experts, String reason, Instant at, String statement) {

        static Choice of(DirectChoice choice, boolean supervises) {
            return new Choice(
                    choice.numbers().size(), choice.reason(), choice.at(), supervises ? choice.statement() : null);
        }
    }

    /** What became of one who was drawn; not known as long as it is only a library's code. */
    record Called(
            String place,
            String state,
            String reason,
            boolean known,
            Instant calledAt,
            Instant answerBy,
            List<Notice> notices) {

        static Called of(Panel panel, Seat seat, Optional<Call> call) {
            return new Called(
                    panel.place(seat),
                    seat.state().name(),
                    seat.reason(),
                    !seat.person().isEmpty(),
                    call.map(Call::calledAt).orElse(null),
                    call.map(Call::answerBy).orElse(null),
                    call.map(Call::notices).orElse(List.of()).stream()
                            .map(Notice::of)
                            .toList());
        }
    }

    /** One channel. */
    record Notice(Channel channel, boolean sent, String detail, Instant at) {

        static Notice of(Call.Notice notice) {
            return new Notice(
                    notice.sending().channel(),
                    notice.sending().sent(),
                    notice.sending().detail(),
                    notice.at());
        }
    }

    /** A look at names. */
    record Look(String role, String reason, int seen, Instant at) {

        static Look of(NameLook look) {
            return new Look(look.role(), look.reason(), look.seen(), look.at());
        }
    }
}
