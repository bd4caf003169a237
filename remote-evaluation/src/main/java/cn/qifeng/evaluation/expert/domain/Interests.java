package cn.qifeng.evaluation.expert.domain;

import java.util.Set;

/**
 * What a draw has to respect (利害关系): names of all bidders, of the agency and of the procuring entity, and the
 * specialties asked for (empty: any).
 */
public record Interests(Set<String> units, Set<String> specialties) {
    public Interests {
        units = Set.copyOf(units);
        specialties = Set.copyOf(specialties);
    }
}
