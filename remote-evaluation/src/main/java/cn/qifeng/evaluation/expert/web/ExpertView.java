package cn.qifeng.evaluation.expert.web;

import cn.qifeng.evaluation.expert.application.ExpertFile;
import cn.qifeng.evaluation.expert.domain.Ban;
import cn.qifeng.evaluation.expert.domain.CreditEvent;
import cn.qifeng.evaluation.expert.domain.CreditEvent.Word;
import cn.qifeng.evaluation.expert.domain.CreditKind;
import cn.qifeng.evaluation.expert.domain.CreditState;
import cn.qifeng.evaluation.expert.domain.ExpertState;
import cn.qifeng.evaluation.expert.domain.PersonalData.Gender;
import cn.qifeng.evaluation.expert.domain.PoolHistory.Change;
import cn.qifeng.evaluation.expert.domain.PoolPlace;
import cn.qifeng.evaluation.expert.domain.Qualification;
import cn.qifeng.evaluation.expert.domain.Recusal;
import cn.qifeng.evaluation.expert.domain.Ties;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The file of an expert; numbers of identity card and phone with their middles hidden. */
record ExpertView(
        String number,
        String name,
        String region,
        Gender gender,
        LocalDate bornOn,
        String idNumber,
        String phone,
        Qualification qualification,
        Ties ties,
        ExpertState state,
        PoolPlace place,
        int credit,
        LocalDate suspendedUntil,
        List<EventView> events,
        List<BanView> bans,
        List<Recusal> grounds,
        List<Change> history,
        LocalDate on) {

    static ExpertView of(ExpertFile file) {
        var expert = file.expert();
        var person = expert.person();
        return new ExpertView(
                expert.number(),
                expert.name(),
                expert.region(),
                person.gender(),
                person.bornOn(),
                person.maskedIdNumber(),
                person.maskedPhone(),
                expert.qualification(),
                expert.ties(),
                expert.place().on(file.on()),
                expert.place(),
                file.conduct().scoreOn(file.on()),
                file.conduct().suspendedUntil(file.on()).orElse(null),
                file.conduct().events().stream()
                        .map(event -> EventView.of(event, file.on()))
                        .toList(),
                file.conduct().bans().stream()
                        .map(ban -> BanView.of(ban, file.on()))
                        .toList(),
                file.grounds(),
                file.history(),
                file.on());
    }

    /** An event of credit as it stands on the day. */
    record EventView(
            UUID id,
            CreditKind kind,
            int points,
            String session,
            LocalDate recordedOn,
            LocalDate objectionUntil,
            CreditState state,
            boolean counts,
            boolean open,
            List<Word> words) {

        static EventView of(CreditEvent event, LocalDate day) {
            return new EventView(
                    event.id(),
                    event.kind(),
                    event.points(),
                    event.session(),
                    event.recordedOn(),
                    event.objectionUntil(),
                    event.state(),
                    event.countsOn(day),
                    event.state() == CreditState.NOTIFIED && !day.isAfter(event.objectionUntil()),
                    event.words());
        }
    }

    /** A ban as it stands on the day. */
    record BanView(
            UUID id, String cause, String basis, LocalDate from, LocalDate until, LocalDate liftedOn, boolean stands) {

        static BanView of(Ban ban, LocalDate day) {
            return new BanView(
                    ban.id(),
                    ban.cause(),
                    ban.basis(),
                    ban.from(),
                    ban.until(),
                    ban.liftedOn().orElse(null),
                    ban.standsOn(day));
        }
    }
}
