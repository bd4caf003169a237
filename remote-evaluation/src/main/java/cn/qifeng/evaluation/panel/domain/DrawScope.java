package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Facts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * From where experts are drawn (抽取范围).
 *
 * @param specialties codes, in order; a group stands for all below it; empty: any
 * @param regions beginnings of region codes, GB/T 2260, in order; empty: any
 */
public record DrawScope(List<String> specialties, List<String> regions) {

    private static final Pattern SPECIALTY = Pattern.compile("[A-E](\\d{2}){0,3}");
    private static final Pattern REGION = Pattern.compile("\\d{2}|\\d{4}|\\d{6}");
    private static final int LEVEL = 2;

    public DrawScope {
        specialties = ordered(specialties, "specialties", SPECIALTY);
        regions = ordered(regions, "regions", REGION);
    }

    /** The same with each specialty's group in its place. */
    DrawScope ofGroups() {
        return new DrawScope(each(specialties, DrawScope::group), regions);
    }

    /** The same with regions cut to so many digits. */
    DrawScope inRegions(int digits) {
        return new DrawScope(
                specialties, each(regions, region -> region.substring(0, Math.min(digits, region.length()))));
    }

    /** Specialties as a set. */
    public Set<String> specialtySet() {
        return Set.copyOf(specialties);
    }

    /** Regions as a set. */
    public Set<String> regionSet() {
        return Set.copyOf(regions);
    }

    private static String group(String code) {
        return code.length() <= LEVEL + 1 ? code.substring(0, 1) : code.substring(0, code.length() - LEVEL);
    }

    private static List<String> each(List<String> codes, UnaryOperator<String> change) {
        return codes.stream().map(change).collect(Collectors.toList());
    }

    private static List<String> ordered(Collection<String> codes, String field, Pattern form) {
        var given = codes == null ? List.<String>of() : codes;
        given.stream()
                .filter(code -> code == null || !form.matcher(code).matches())
                .findFirst()
                .ifPresent(code -> {
                    throw PanelRefusal.BAD_PLAN.with(
                            Facts.field(field, code, form.pattern()).map());
                });
        return given.stream().distinct().sorted().toList();
    }
}
