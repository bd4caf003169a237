package cn.qifeng.blind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the looks of the text of one page: seen or not, font, size, colour, direction, place. */
final class RunMarks {

    private static final int TINY_TENTHS = 40;
    private static final int BLACK_MOST = 0x40;
    private static final int SLANT_FREE = 2;
    private static final int QUARTER = 90;
    private static final double MM = 25.4 / 72;

    private final BlindRules rules;
    private final int page;
    private final PageView view;
    private final List<Mark> marks = new ArrayList<>();
    private final Set<String> once = new HashSet<>();

    private RunMarks(BlindRules rules, int page, PageView view) {
        this.rules = rules;
        this.page = page;
        this.view = view;
    }

    /** Marks of the text of one page; {@code picture} is how that page looks. */
    static List<Mark> of(List<TextRun> runs, PagePicture picture, BlindRules rules, int page, PageView view) {
        var found = new RunMarks(rules, page, view);
        for (var run : runs) {
            found.characters(run);
            if (!run.text().isBlank()) {
                found.presence(run, picture);
                found.looks(run);
            }
        }
        return found.marks;
    }

    private void characters(TextRun run) {
        if (run.text().codePoints().anyMatch(Shown::unseen)) {
            marks.add(Mark.of(MarkKind.INVISIBLE_CHARACTER, page, run.place(), run.text()));
        }
    }

    private void presence(TextRun run, PagePicture picture) {
        if (!onPage(run, view)) {
            marks.add(Mark.of(MarkKind.OFF_PAGE_TEXT, page, run.place(), run.text()));
        } else if (run.unpainted() || !picture.shows(run)) {
            marks.add(Mark.of(MarkKind.HIDDEN_TEXT, page, run.place(), run.text()));
        } else if (run.sizeTenths() < TINY_TENTHS) {
            marks.add(expecting(MarkKind.TINY_TEXT, run, run.size() + " pt: " + run.text(), "4 pt"));
        } else if (margin(run)) {
            marks.add(expecting(MarkKind.MARGIN, run, run.text(), rules.marginMm() + " mm"));
        }
    }

    private void looks(TextRun run) {
        var name = run.font().name();
        if (!Faces.allowed(name, rules.fonts()) && once.add("font " + name)) {
            marks.add(expecting(MarkKind.FONT, run, name, String.join(", ", rules.fonts())));
        }
        if (!run.font().embedded() && once.add("embedded " + name)) {
            marks.add(expecting(MarkKind.FONT_NOT_EMBEDDED, run, name, "embedded"));
        }
        if (run.sizeTenths() >= TINY_TENTHS
                && !rules.allowsSize(run.sizeTenths())
                && once.add("size " + run.sizeTenths())) {
            var expected = String.join(", ", rules.sizesPt()) + " pt";
            marks.add(expecting(MarkKind.FONT_SIZE, run, run.size() + " pt: " + run.text(), expected));
        }
        if (!black(run.rgb()) && !run.unpainted() && once.add("colour " + run.rgb())) {
            var seen = String.format("#%06X: %s", run.rgb(), run.text());
            marks.add(expecting(MarkKind.COLOUR, run, seen, "#000000"));
        }
        int turn = run.slanted() % QUARTER;
        if (turn > SLANT_FREE && turn < QUARTER - SLANT_FREE) {
            marks.add(expecting(MarkKind.SLANTED_TEXT, run, run.slanted() + "°: " + run.text(), "0°"));
        }
    }

    private Mark expecting(MarkKind kind, TextRun run, String seen, String expected) {
        return new Mark(kind, page, run.place(), seen, expected);
    }

    private static boolean black(int rgb) {
        return (rgb >> 16) <= BLACK_MOST && (rgb >> 8 & 0xFF) <= BLACK_MOST && (rgb & 0xFF) <= BLACK_MOST;
    }

    /** Whether the run begins on the page. */
    static boolean onPage(TextRun run, PageView view) {
        return run.x() >= -1 && run.y() >= -1 && run.x() <= view.width() + 1 && run.top() <= view.height() + 1;
    }

    /** Half a line stands free, because letters have room of their own around them. */
    private boolean margin(TextRun run) {
        double margin = rules.marginMm() / MM;
        double slack = run.size() / 2;
        return run.slanted() == 0
                && (run.y() < margin
                        || run.y() > view.height() - margin + slack
                        || run.x() < margin - slack
                        || run.x() + run.width() > view.width() - margin + slack);
    }
}
