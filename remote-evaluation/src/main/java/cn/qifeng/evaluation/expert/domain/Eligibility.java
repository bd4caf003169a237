package cn.qifeng.evaluation.expert.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who of the pool may be drawn (抽取范围), and why the others may not.
 *
 * @param eligible ordered by number: the canonical pool of a draw
 * @param recused grounds by expert number
 */
public record Eligibility(List<Expert> eligible, Map<String, List<Recusal>> recused) {

    public Eligibility {
        eligible = List.copyOf(eligible);
        recused = Map.copyOf(recused);
    }

    /**
     * Judges every expert of the pool by the same rule.
     *
     * @param records what stands against experts besides their own record, by number; none for who is not in it
     */
    public static Eligibility of(
            List<Expert> pool, Interests interests, PoolRules rules, Map<String, ConductRecord> records) {
        var eligible = new ArrayList<Expert>();
        var recused = new TreeMap<String, List<Recusal>>();
        pool.stream().sorted(Comparator.comparing(Expert::number)).forEach(expert -> {
            var grounds = new ArrayList<>(expert.recusals(interests, rules));
            var record = records.get(expert.number());
            if (record != null) {
                grounds.addAll(record.recusals(interests.on()));
            }
            if (grounds.isEmpty()) {
                eligible.add(expert);
            } else {
                recused.put(expert.number(), List.copyOf(grounds));
            }
        });
        return new Eligibility(eligible, recused);
    }
}
