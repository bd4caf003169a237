package cn.qifeng.cli.seal;

import cn.qifeng.trust.envelope.BidManifest.IndexLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where the technical part answers each criterion (响应索引), as it is typed: {@code T1=12-27/40}. */
final class BidIndex {

    private static final Pattern PAGES = Pattern.compile("([1-9]\\d{0,4})(?:-([1-9]\\d{0,4}))?");

    private BidIndex() {}

    /** The lines for the file with this number; refuses with {@link SealRefusal#INDEX_PAGES}. */
    static List<IndexLine> of(Map<String, String> pages, int n) {
        var lines = new ArrayList<IndexLine>();
        pages.forEach((item, typed) -> {
            for (var range : typed.split("/", -1)) {
                lines.add(line(item, n, range, typed));
            }
        });
        return lines;
    }

    private static IndexLine line(String item, int n, String range, String typed) {
        var found = PAGES.matcher(range.trim());
        if (found.matches()) {
            int from = Integer.parseInt(found.group(1));
            int to = found.group(2) == null ? from : Integer.parseInt(found.group(2));
            if (to >= from) {
                return new IndexLine(item, n, from, to);
            }
        }
        throw SealRefusal.INDEX_PAGES.at("index." + item, typed, "12-27/40");
    }
}
