package cn.qifeng.trading.award.application;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.award.domain.Ballot;
import cn.qifeng.trading.award.domain.Committee;
import cn.qifeng.trading.award.domain.Round;
import cn.qifeng.trading.party.application.Task;
import cn.qifeng.trading.party.application.TaskSource;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What an award waits for (定标待办): review of the report, the committee, its ballots, the notice. */
@ApplicationScoped
class AwardTasks implements TaskSource {

    /** The finalists are published within three days of the report (招标投标法实施条例 §54). */
    private static final Duration REVIEW_MAX = Duration.ofDays(3);

    private static final List<Stage> STAGES =
            List.of(Stage.EVALUATED, Stage.CANDIDATE_PUBLICITY, Stage.AWARDING, Stage.AWARD_PUBLICITY);

    private final Awards awards;
    private final Lots lots;
    private final LegalClock clock;

    AwardTasks(Awards awards, Lots lots, LegalClock clock) {
        this.awards = awards;
        this.lots = lots;
        this.clock = clock;
    }

    @Override
    public Collection<Task> owedBy(Person person) {
        Instant now = clock.now();
        return STAGES.stream()
                .flatMap(stage -> lots.due(stage, now).stream())
                .flatMap(lot -> awards.of(lot.lot()).flatMap(award -> owed(lot, award, person)).stream())
                .toList();
    }

    private static Optional<Task> owed(PublishedLot lot, Award award, Person person) {
        boolean entity =
                person.party().filter(lot.procuringEntity().id()::equals).isPresent();
        boolean agency = person.party().filter(lot.agency().id()::equals).isPresent();
        if (award instanceof Award.Reviewing reviewing && (entity || agency)) {
            return task("award/review", lot, reviewing.receivedAt().plus(REVIEW_MAX));
        }
        if (award instanceof Award.Determining && entity && person.roles().has("procuring-entity")) {
            return task("award/determine", lot, null);
        }
        if (award instanceof Award.Convening && entity && person.roles().has("procuring-entity")) {
            return task("award/committee", lot, null);
        }
        if (award instanceof Award.Balloting balloting) {
            return ballot(balloting.committee(), balloting.round(), person)
                    .filter(Optional::isEmpty)
                    .flatMap(none -> task("award/vote", lot, balloting.deadline()));
        }
        if (award instanceof Award.Revealing revealing) {
            return ballot(revealing.committee(), revealing.round(), person)
                    .flatMap(own -> own)
                    .filter(own -> !own.open())
                    .flatMap(own -> task("award/reveal", lot, revealing.deadline()));
        }
        if (award instanceof Award.WinnerDetermined && entity && person.roles().has("procuring-entity")) {
            return task("award/notice", lot, null);
        }
        return Optional.empty();
    }

    /** The ballot of a person who sits on the committee; empty for others. */
    private static Optional<Optional<Ballot>> ballot(Committee committee, Round round, Person person) {
        return committee.members().stream()
                .filter(member -> member.person().equals(person.id()))
                .findFirst()
                .map(member -> round.of(member.certificate()));
    }

    private static Optional<Task> task(String code, PublishedLot lot, Instant due) {
        return Optional.of(new Task(code, lot.name(), lot.tender(), lot.lot(), due, "/lots/" + lot.lot() + "/award"));
    }
}
