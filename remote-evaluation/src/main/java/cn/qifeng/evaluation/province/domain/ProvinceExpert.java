package cn.qifeng.evaluation.province.domain;

import java.util.List;

/**
 * An expert of the sandbox library (沙箱专家).
 *
 * @param ties units that it is tied to beside its employer
 * @param willing whether it accepts when it is called
 */
public record ProvinceExpert(
        String number, String region, String employer, List<String> specialties, List<String> ties, boolean willing) {

    public ProvinceExpert {
        specialties = List.copyOf(specialties);
        ties = List.copyOf(ties);
    }

    /** Whether it is asked for: by one of the specialties, a group stands for all below it, and one of the regions. */
    public boolean fits(List<String> askedSpecialties, List<String> askedRegions) {
        boolean specialty = askedSpecialties.isEmpty()
                || askedSpecialties.stream()
                        .anyMatch(asked -> specialties.stream().anyMatch(it -> it.startsWith(asked)));
        boolean there = askedRegions.isEmpty() || askedRegions.stream().anyMatch(region::startsWith);
        return specialty && there;
    }
}
