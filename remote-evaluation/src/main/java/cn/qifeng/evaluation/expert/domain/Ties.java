package cn.qifeng.evaluation.expert.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Units to which an expert is tied (利害关系申报; 12号令 §12, 浙江省招标投标条例 §31).
 *
 * @param employer where the expert works
 * @param employerUscc its unified social credit code; empty when unknown
 * @param employments where the expert works and worked
 * @param relatives near relatives with their units
 * @param avoidedUnits units that the expert asked to stay away from
 */
public record Ties(
        String employer,
        String employerUscc,
        List<Employment> employments,
        List<Relative> relatives,
        Set<String> avoidedUnits) {

    public Ties {
        Objects.requireNonNull(employer, "employer");
        Objects.requireNonNull(employerUscc, "employerUscc");
        employments = List.copyOf(employments);
        relatives = List.copyOf(relatives);
        avoidedUnits = Set.copyOf(avoidedUnits);
    }

    /** Grounds of recusal among these units on this day. */
    List<Recusal> recusals(Set<String> units, LocalDate day) {
        var found = new ArrayList<Recusal>();
        if (units.contains(employer)) {
            found.add(new Recusal(RecusalGround.EMPLOYED, employer));
        }
        employments.stream()
                .filter(past -> past.countsOn(day) && !past.unit().equals(employer))
                .map(Employment::unit)
                .filter(units::contains)
                .distinct()
                .sorted()
                .forEach(unit -> found.add(new Recusal(RecusalGround.FORMERLY_EMPLOYED, unit)));
        relatives.stream()
                .map(Relative::unit)
                .filter(units::contains)
                .distinct()
                .forEach(unit -> found.add(new Recusal(RecusalGround.RELATIVE, unit)));
        avoidedUnits.stream()
                .filter(units::contains)
                .sorted()
                .forEach(unit -> found.add(new Recusal(RecusalGround.AVOIDED_UNIT, unit)));
        return found;
    }
}
