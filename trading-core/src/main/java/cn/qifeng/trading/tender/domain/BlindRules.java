package cn.qifeng.trading.tender.domain;

import static cn.qifeng.trading.tender.domain.TenderRules.refused;

import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.trading.tender.domain.BlindRule.Breach;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a bidder can keep the rules for blind files, and a program check them (暗标编制要求检查). */
final class BlindRules {

    private static final int PAGES_MOST = 1000;
    private static final int MARGIN_MOST = 60;
    private static final int NAMES_MOST = 8;
    private static final Pattern FONT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,39}");
    private static final Pattern SIZE = Pattern.compile("([5-9]|[1-9]\\d)(\\.\\d)?");

    /** Distances of lines: smaller ones overlap, larger ones are none. */
    private static final Pattern LINES = Pattern.compile("([6-9]|[1-9]\\d|1\\d\\d)(\\.\\d)?");

    private BlindRules() {}

    static void check(ScoringMethod method) {
        var rule = method.blind();
        if (rule == null) {
            return;
        }
        range("method.blind.pagesMax", rule.pagesMax(), 1, PAGES_MOST);
        range("method.blind.marginMm", rule.marginMm(), 0, MARGIN_MOST);
        names("method.blind.fonts", rule.fonts(), FONT, "up to 8 different names of fonts");
        names("method.blind.sizesPt", rule.sizesPt(), SIZE, "up to 8 different sizes such as 14 or 10.5");
        names("method.blind.linesPt", rule.linesPt(), LINES, "up to 8 different distances such as 26 or 22.5");
        boolean scored = method.price() != PriceMethod.LOWEST_REVIEWED_PRICE;
        if (rule.breach() == null || rule.breach() == Breach.ZERO && !scored) {
            var expected = scored ? "REJECT, ZERO or NONE" : "REJECT or NONE: nothing is scored";
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, "method.blind.breach", rule.breach(), expected);
        }
    }

    private static void range(String field, int seen, int least, int most) {
        if (seen < least || seen > most) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, field, seen, least + " to " + most);
        }
    }

    private static void names(String field, List<String> names, Pattern form, String expected) {
        boolean good = names.size() <= NAMES_MOST
                && new HashSet<>(names).size() == names.size()
                && names.stream().allMatch(form.asMatchPredicate());
        if (!good) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, field, names, expected);
        }
    }
}
