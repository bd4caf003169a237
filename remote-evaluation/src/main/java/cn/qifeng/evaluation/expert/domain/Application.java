package cn.qifeng.evaluation.expert.domain;

import cn.qifeng.evaluation.expert.domain.CreditEvent.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody asks to be taken into the pool (入库申请): a person applies, the unit recommends, the centre decides.
 *
 * @param person id of the account that applies
 * @param words what was said at each step, the newest last
 * @param number number in the pool, once approved
 */
public record Application(
        UUID id,
        String person,
        Candidate candidate,
        Recommendation recommendation,
        State state,
        List<Word> words,
        Optional<String> number) {

    /** Years of work in the field for entry, 招标投标法 §37. */
    public static final int YEARS_AT_LEAST = 8;

    public Application {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(candidate, "candidate");
        Objects.requireNonNull(recommendation, "recommendation");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(number, "number");
        words = List.copyOf(words);
    }

    /** Where an application stands (申请状态). */
    public enum State {
        /** Waits for the centre (待审核). */
        SUBMITTED,
        /** Taken into the pool (已入库). */
        APPROVED,
        /** Not taken; a new one may follow (未通过). */
        REFUSED
    }

    /** What the applicant tells of itself (申请人情况). */
    public record Candidate(String name, String region, PersonalData person, Qualification qualification, Ties ties) {
        public Candidate {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(qualification, "qualification");
            Objects.requireNonNull(ties, "ties");
        }
    }

    /** The unit that recommends, and who signed for it (单位推荐). */
    public record Recommendation(String unit, String signedBy, LocalDate signedOn) {
        public Recommendation {
            needed("unit", unit);
            needed("signedBy", signedBy);
            Objects.requireNonNull(signedOn, "signedOn");
        }

        private static void needed(String field, String text) {
            if (text == null || text.isBlank()) {
                throw ExpertRefusal.REASON_NEEDED.at(field, text, "who recommends");
            }
        }
    }

    /**
     * A new application. Refuses with {@link ExpertRefusal#YEARS} who has worked in the field for less than eight years, as
     * the law has no exception from that; whether the title is high enough, or the level equal, the centre judges.
     */
    public static Application submitted(
            String person, Candidate candidate, Recommendation recommendation, LocalDate on, String statement) {
        int years = candidate.qualification().years();
        if (years < YEARS_AT_LEAST) {
            throw ExpertRefusal.YEARS.at("years", years, "at least " + YEARS_AT_LEAST);
        }
        return new Application(
                UUID.randomUUID(),
                person,
                candidate,
                recommendation,
                State.SUBMITTED,
                List.of(new Word(on, person, statement)),
                Optional.empty());
    }

    /** Taken, under this number. */
    public Application approved(String next, Word reason) {
        return decided(State.APPROVED, Optional.of(next), reason);
    }

    /** Not taken. */
    public Application refused(Word reason) {
        return decided(State.REFUSED, Optional.empty(), reason);
    }

    /** The expert that this application brings into the pool. */
    public Expert expert(String next, LocalDate on, Optional<Account> account) {
        var told = candidate.qualification();
        var entering = new Qualification(told.title(), told.years(), told.specialties(), on, told.trainedUntil());
        return new Expert(
                next,
                candidate.name(),
                candidate.region(),
                candidate.person(),
                entering,
                candidate.ties(),
                PoolPlace.ACTIVE,
                account);
    }

    private Application decided(State next, Optional<String> under, Word reason) {
        if (state != State.SUBMITTED) {
            throw ExpertRefusal.EVENT_STATE.at("state", state, State.SUBMITTED);
        }
        if (reason.by().equals(person)) {
            throw ExpertRefusal.OWN_APPLICATION.at("by", reason.by(), "somebody else");
        }
        var said = new ArrayList<>(words);
        said.add(reason);
        return new Application(id, person, candidate, recommendation, next, said, under);
    }
}
