package cn.qifeng.evaluation.expert.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an expert may judge, and why (任职条件, 招标投标法 §37).
 *
 * @param title professional title (职称)
 * @param years years of work in the field
 * @param specialties codes of the specialties
 * @param enteredOn day of entry into the pool
 * @param trainedUntil how long the last training counts; empty for an expert who took none
 */
public record Qualification(
        String title, int years, Set<String> specialties, LocalDate enteredOn, Optional<LocalDate> trainedUntil) {

    public Qualification {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(enteredOn, "enteredOn");
        Objects.requireNonNull(trainedUntil, "trainedUntil");
        specialties = Set.copyOf(specialties);
    }

    /** Whether one of these codes, or a group that it belongs to, is among the expert's specialties; empty asks nothing. */
    public boolean covers(Set<String> asked) {
        return asked.isEmpty()
                || asked.stream().anyMatch(code -> specialties.stream().anyMatch(own -> own.startsWith(code)));
    }

    /** The same with training that counts until this day. */
    Qualification trained(LocalDate until) {
        return new Qualification(title, years, specialties, enteredOn, Optional.of(until));
    }
}
