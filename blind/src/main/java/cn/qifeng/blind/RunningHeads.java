package cn.qifeng.blind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells headers, footers and page numbers from other text in the margins: they come again on other pages. */
final class RunningHeads {

    private static final int PAGES_MIN = 3;
    private static final Pattern DIGITS = Pattern.compile("[0-9０-９一二三四五六七八九十百]+");
    private static final Pattern NUMBER_ALONE =
            Pattern.compile("[\\s\\-—–·/|第页共of pageP.]*#[\\s\\-—–·/|第页共of pageP.]*(#[\\s\\-—–·/|页]*)?");

    private RunningHeads() {}

    /** The marks, with those in the margin named for what they are. */
    static List<Mark> told(List<Mark> marks) {
        var pages = new HashMap<String, Integer>();
        marks.stream()
                .filter(it -> it.kind() == MarkKind.MARGIN)
                .map(it -> it.page() + "\n" + key(it))
                .distinct()
                .forEach(it -> pages.merge(it.substring(it.indexOf('\n') + 1), 1, Integer::sum));
        var told = new ArrayList<Mark>();
        marks.forEach(it -> told.add(it.kind() == MarkKind.MARGIN ? told(it, pages) : it));
        return told;
    }

    private static Mark told(Mark mark, Map<String, Integer> pages) {
        var text = DIGITS.matcher(mark.seen()).replaceAll("#").strip();
        if (NUMBER_ALONE.matcher(text).matches()) {
            return Mark.of(MarkKind.PAGE_NUMBER, mark.page(), mark.place(), mark.seen());
        }
        return pages.get(key(mark)) >= PAGES_MIN
                ? Mark.of(MarkKind.RUNNING_HEAD, mark.page(), mark.place(), mark.seen())
                : mark;
    }

    /** What stands at this height, whatever number is in it. */
    private static String key(Mark mark) {
        return mark.place().substring(mark.place().indexOf(',') + 1) + " "
                + DIGITS.matcher(mark.seen()).replaceAll("#").strip();
    }
}
