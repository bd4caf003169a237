package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Facts;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Draft of a sheet (评分草稿) as its member's client sealed it; nobody but the member can open it.
 *
 * @param n how often the draft was kept, from 1
 * @param sealed base64, at most 256 KiB
 */
public record SheetDraft(long n, String sealed, Instant keptAt) {

    private static final int SEALED_MAX = 350_000;
    private static final int SEALED_MIN = 40;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");

    /** Refuses a draft that is not sealed, or that an elder one of another machine would overwrite a newer with. */
    public void check(long before) {
        boolean fits = sealed.length() >= SEALED_MIN && sealed.length() <= SEALED_MAX && sealed.length() % 4 == 0;
        if (!fits || !BASE64.matcher(sealed).matches()) {
            throw ScoringRefusal.DRAFT_NOT_SEALED.with(
                    Facts.field("sealed", sealed.length() + " characters", "base64 of 30 bytes to 256 KiB")
                            .map());
        }
        if (n <= before) {
            throw ScoringRefusal.DRAFT_OVERTAKEN.with(
                    Facts.field("n", n, "above " + before).map());
        }
    }
}
