package cn.qifeng.evaluation.expert.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a library asks of its experts besides the law (入库与抽取规则). No national rule gives an age; a library may.
 *
 * @param ageBelow experts are drawn below this age in years; empty: any age
 * @param trainingNeeded whether only experts with training that counts are drawn
 */
public record PoolRules(OptionalInt ageBelow, boolean trainingNeeded) {

    /** A ground when the expert is too old on this day. */
    Optional<Recusal> age(PersonalData person, LocalDate day) {
        return ageBelow.isPresent() && person.ageOn(day) >= ageBelow.getAsInt()
                ? Optional.of(new Recusal(RecusalGround.OVER_AGE, Integer.toString(person.ageOn(day))))
                : Optional.empty();
    }

    /** A ground when training is needed and none counts on this day. */
    Optional<Recusal> training(Qualification qualification, LocalDate day) {
        boolean trained =
                qualification.trainedUntil().map(until -> !day.isAfter(until)).orElse(false);
        return trainingNeeded && !trained
                ? Optional.of(new Recusal(
                        RecusalGround.UNTRAINED,
                        qualification.trainedUntil().map(LocalDate::toString).orElse("—")))
                : Optional.empty();
    }
}
