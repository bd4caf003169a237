package cn.qifeng.kernel.score;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Places by a comparison (名次): equals share a place, and the next one after two firsts is the third. */
public final class Ranks {

    /** Higher price scores first; of equal scores the lower price. */
    public static final Comparator<PriceScore> BY_SCORE =
            Comparator.comparing(PriceScore::score).reversed().thenComparing(PriceScore::price);

    private Ranks() {}

    /** The place of each one, from 1, best first. */
    public static <T> Map<String, Integer> of(List<T> all, Comparator<T> best, Function<T, String> id) {
        var places = new LinkedHashMap<String, Integer>();
        all.stream()
                .sorted(best.thenComparing(id))
                .forEach(one -> places.put(
                        id.apply(one),
                        1
                                + (int) all.stream()
                                        .filter(it -> best.compare(it, one) < 0)
                                        .count()));
        return places;
    }
}
