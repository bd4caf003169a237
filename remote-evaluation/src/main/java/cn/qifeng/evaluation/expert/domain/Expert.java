package cn.qifeng.evaluation.expert.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluation expert (评标专家) of the pool.
 *
 * @param number number in the pool, {@code E0001}
 * @param specialties codes of the specialties
 * @param region six-digit region of residence
 * @param account present once the expert can log in and sign
 */
public record Expert(
        String number,
        String name,
        Set<String> specialties,
        String region,
        String employer,
        Set<String> formerEmployers,
        List<Relative> relatives,
        Set<String> avoidedUnits,
        ExpertState state,
        Optional<Account> account) {

    public Expert {
        specialties = Set.copyOf(specialties);
        formerEmployers = Set.copyOf(formerEmployers);
        relatives = List.copyOf(relatives);
        avoidedUnits = Set.copyOf(avoidedUnits);
    }

    /** Every ground on which this expert must stay away; empty when the expert may be drawn. */
    public List<Recusal> recusals(Interests interests) {
        var found = new ArrayList<Recusal>();
        if (interests.units().contains(employer)) {
            found.add(new Recusal(RecusalGround.EMPLOYED, employer));
        }
        common(formerEmployers, interests).forEach(it -> found.add(new Recusal(RecusalGround.FORMERLY_EMPLOYED, it)));
        relatives.stream()
                .filter(it -> interests.units().contains(it.unit()))
                .forEach(it -> found.add(new Recusal(RecusalGround.RELATIVE, it.unit())));
        common(avoidedUnits, interests).forEach(it -> found.add(new Recusal(RecusalGround.AVOIDED_UNIT, it)));
        if (state != ExpertState.ACTIVE) {
            found.add(new Recusal(RecusalGround.NOT_ACTIVE, state.name()));
        }
        if (!interests.specialties().isEmpty() && Collections.disjoint(specialties, interests.specialties())) {
            found.add(new Recusal(
                    RecusalGround.OTHER_SPECIALTY,
                    String.join(" ", specialties.stream().sorted().toList())));
        }
        if (account.isEmpty()) {
            found.add(new Recusal(RecusalGround.NO_ACCOUNT, number));
        }
        return List.copyOf(found);
    }

    /** The same expert linked to an account. */
    public Expert linkedTo(Account linked) {
        return new Expert(
                number,
                name,
                specialties,
                region,
                employer,
                formerEmployers,
                relatives,
                avoidedUnits,
                state,
                Optional.of(linked));
    }

    private static List<String> common(Set<String> units, Interests interests) {
        return units.stream().filter(interests.units()::contains).sorted().toList();
    }
}
