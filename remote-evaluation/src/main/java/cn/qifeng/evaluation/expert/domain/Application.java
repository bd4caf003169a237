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

    private static final int UNIT_MAX = 200;

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

        private static final int NAME_MAX = 100;
        private static final int SPECIALTIES_MAX = 20;

        public Candidate {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(qualification, "qualification");
            Objects.requireNonNull(ties, "ties");
        }

        private void check() {
            text("name", name, NAME_MAX);
            text("title", qualification.title(), NAME_MAX);
            text("employer", ties.employer(), UNIT_MAX);
            require("region", region, region != null && region.matches("\\d{6}"), "six digits, GB/T 2260");
            boolean known = !person.idNumber().isEmpty() && person.idNumberHolds();
            require("idNumber", person.maskedIdNumber(), known, "18 characters with a check digit, GB 11643");
            int specialties = qualification.specialties().size();
            require("specialties", specialties, specialties <= SPECIALTIES_MAX, "at most " + SPECIALTIES_MAX);
        }
    }

    /** The unit that recommends, and who signed for it (单位推荐). */
    public record Recommendation(String unit, String signedBy, LocalDate signedOn) {
        public Recommendation {
            Objects.requireNonNull(signedOn, "signedOn");
        }

        private void check() {
            text("unit", unit, UNIT_MAX);
            text("signedBy", signedBy, UNIT_MAX);
        }
    }

    private static void text(String field, String text, int max) {
        boolean fits = text != null && !text.isBlank() && text.length() <= max;
        require(field, text, fits, "1 to " + max + " characters");
    }

    private static void require(String field, Object seen, boolean holds, String expected) {
        if (!holds) {
            throw ExpertRefusal.CANDIDATE.at(field, seen, expected);
        }
    }

    /**
     * A new application. Refuses with {@link ExpertRefusal#CANDIDATE} what cannot be: names and units of 1 to 200
     * characters, a region of six digits, an identity number of GB 11643; with {@link ExpertRefusal#YEARS} who has worked in the field for less than eight years, as
     * the law has no exception from that; whether the title is high enough, or the level equal, the centre judges.
     */
    public static Application submitted(
            String person, Candidate candidate, Recommendation recommendation, LocalDate on, String statement) {
        candidate.check();
        recommendation.check();
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

    /** The expert that this application brings into the pool, from this day on; training is what the library records. */
    public Expert expert(String next, LocalDate on, Optional<Account> account) {
        var told = candidate.qualification();
        var entering = new Qualification(told.title(), told.years(), told.specialties(), on, Optional.empty());
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
