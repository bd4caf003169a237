package cn.qifeng.blind;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words that tell who wrote a text: bidders and their people, other units, numbers, addresses and places. */
final class WordMarks {

    private static final Pattern PHONE =
            Pattern.compile("(?<!\\d)(?:1[3-9]\\d{9}|0\\d{2,3}-?[2-9]\\d{6,7}|400-?\\d{3}-?\\d{4})(?!\\d)");
    private static final Pattern CODE = Pattern.compile(
            "(?<![0-9A-Z])(?:[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}|\\d{17}X)(?![0-9A-Z])");
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\\.[A-Za-z0-9.-]+|https?://[!-~]+|www\\.[A-Za-z0-9-]+\\.[!-~]+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPANY =
            Pattern.compile("[\\u4e00-\\u9fa5()]{2,24}?(?:有限责任公司|股份有限公司|有限公司|集团公司|工程局|设计研究院|设计院|研究院)");
    private static final Pattern PLACE = Pattern.compile("(?:" + Places.ALL + ")[省市]?");
    private static final int PER_PAGE_MAX = 50;

    private final List<String> words;

    WordMarks(BlindRules rules) {
        this.words = rules.words().stream().map(WordMarks::plain).toList();
    }

    /** Looks through the text of one page, hidden or not; words are found across lines and spaces. */
    List<Mark> of(List<TextRun> runs, int page) {
        var text = new StringBuilder();
        var starts = new ArrayList<Integer>();
        for (var run : runs) {
            starts.add(text.length());
            text.append(plain(run.text()));
        }
        var marks = new ArrayList<Mark>();
        search(text.toString(), (kind, at, seen) -> marks.add(Mark.of(kind, page, place(runs, starts, at), seen)));
        return marks;
    }

    /** The same in text that stands on no page. */
    List<Mark> of(String text, String place) {
        var marks = new ArrayList<Mark>();
        search(plain(text), (kind, at, seen) -> marks.add(Mark.ofDocument(kind, place, seen)));
        return marks;
    }

    private void search(String text, Hit hit) {
        for (var word : words) {
            int found = 0;
            for (int at = text.indexOf(word); at >= 0 && found < PER_PAGE_MAX; at = text.indexOf(word, at + 1)) {
                hit.at(MarkKind.NAME, at, word);
                found++;
            }
        }
        search(text, PHONE, MarkKind.PHONE, hit);
        search(text, CODE, MarkKind.CODE, hit);
        search(text, ADDRESS, MarkKind.ADDRESS, hit);
        search(text, COMPANY, MarkKind.COMPANY, hit);
        search(text, PLACE, MarkKind.PLACE, hit);
    }

    private static void search(String text, Pattern pattern, MarkKind kind, Hit hit) {
        pattern.matcher(text).results().limit(PER_PAGE_MAX).forEach(it -> hit.at(kind, it.start(), it.group()));
    }

    private static String place(List<TextRun> runs, List<Integer> starts, int at) {
        int last = 0;
        for (int i = 0; i < starts.size() && starts.get(i) <= at; i++) {
            last = i;
        }
        return runs.get(last).place();
    }

    /** One form of every letter, without spaces and what is not seen. */
    static String plain(String text) {
        var shown = Shown.clean(Normalizer.normalize(text, Normalizer.Form.NFKC));
        var plain = new StringBuilder();
        shown.codePoints()
                .filter(it -> !Character.isWhitespace(it) && !Character.isSpaceChar(it))
                .forEach(plain::appendCodePoint);
        return plain.toString().toUpperCase(Locale.ROOT);
    }

    /** Takes what was found. */
    private interface Hit {
        void at(MarkKind kind, int at, String seen);
    }
}
