package cn.qifeng.trading.tender.domain;

import java.util.Set;

/**
 * Which published tenders are sought (公告检索).
 *
 * @param words part of the names of lot, project or procuring entity, or of the codes; blank for all
 * @param stages stages that count; empty for all
 * @param page number of the page, from 1
 * @param size tenders on a page, 1 to {@value #SIZE_MAX}
 */
public record NoticeQuery(String words, Set<Stage> stages, int page, int size) {

    /** The longest page. */
    public static final int SIZE_MAX = 200;

    /** Puts numbers outside their range at its nearest end. */
    public NoticeQuery {
        words = words == null ? "" : words.strip();
        stages = Set.copyOf(stages);
        page = Math.max(1, page);
        size = Math.min(SIZE_MAX, Math.max(1, size));
    }

    /** How many tenders come before this page. */
    public long skipped() {
        return (page - 1L) * size;
    }
}
