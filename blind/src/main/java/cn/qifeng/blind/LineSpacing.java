package cn.qifeng.blind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Distances from line to line (行距) that the template does not name, page by page. A file does not say what was set in the
 * program that wrote it; what can be measured is how far base lines of the same size lie apart. A single odd distance is that
 * of a heading, a table or a formula; one that comes again on a page was set.
 */
final class LineSpacing {

    private static final int AGAIN_MIN = 2;
    private static final int EMPTY_LINES = 2;
    private static final int TOLERANCE_TENTHS = 6;
    private static final double SAME_LINE = 2;

    /** A line of a page: its widest run, and how far it reaches. */
    private record Line(TextRun run, double left, double right) {

        Line with(TextRun other) {
            return new Line(
                    other.width() > run.width() ? other : run,
                    Math.min(left, other.x()),
                    Math.max(right, other.x() + other.width()));
        }

        boolean above(Line lower) {
            return left < lower.right && lower.left < right && run.sizeTenths() == lower.run.sizeTenths();
        }
    }

    private LineSpacing() {}

    /** Marks of one page, one for each distance that comes again. */
    static List<Mark> of(List<TextRun> seen, BlindRules rules, int page) {
        if (rules.linesPt().isEmpty()) {
            return List.of();
        }
        var lines = lines(seen);
        Map<Long, List<Line>> odd = new TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            var lower = lines.get(i);
            long tenths = Math.round((lower.run().y() - lines.get(i - 1).run().y()) * 10);
            if (lines.get(i - 1).above(lower) && !allowed(tenths, rules)) {
                odd.computeIfAbsent(Math.round(tenths / 5.0), it -> new ArrayList<>())
                        .add(lower);
            }
        }
        return odd.entrySet().stream()
                .filter(it -> it.getValue().size() >= AGAIN_MIN)
                .map(it -> mark(it.getKey() / 2.0, it.getValue(), rules, page))
                .toList();
    }

    private static Mark mark(double points, List<Line> lines, BlindRules rules, int page) {
        var first = lines.get(0).run();
        return new Mark(
                MarkKind.LINE_SPACING,
                page,
                first.place(),
                points + " pt, " + lines.size() + " times: " + first.text(),
                String.join(", ", rules.linesPt()) + " pt");
    }

    /** Lines from the top; runs whose base lines lie close together stand on one. */
    private static List<Line> lines(List<TextRun> seen) {
        var lines = new ArrayList<Line>();
        seen.stream()
                .filter(it -> it.slanted() == 0 && !it.text().isBlank())
                .sorted(Comparator.comparingDouble(TextRun::y).thenComparingDouble(TextRun::x))
                .forEach(run -> {
                    int last = lines.size() - 1;
                    if (last >= 0 && run.y() - lines.get(last).run().y() <= SAME_LINE) {
                        lines.set(last, lines.get(last).with(run));
                    } else {
                        lines.add(new Line(run, run.x(), run.x() + run.width()));
                    }
                });
        return lines;
    }

    /** Whether lines may lie so far apart, with up to two empty lines between; what is farther is no distance of lines. */
    private static boolean allowed(long tenths, BlindRules rules) {
        long most = 0;
        for (String points : rules.linesPt()) {
            long wanted = new BigDecimal(points).movePointRight(1).longValue();
            most = Math.max(most, wanted);
            for (int lines = 1; lines <= EMPTY_LINES + 1; lines++) {
                if (Math.abs(tenths - lines * wanted) <= TOLERANCE_TENTHS) {
                    return true;
                }
            }
        }
        return tenths > (EMPTY_LINES + 1) * most;
    }
}
