package cn.qifeng.evaluation.handover.domain;

import java.util.Optional;

/**
 * One thing that is handed over (移交资料).
 *
 * @param number from 1 in each handover; it keeps its number when it is sent back
 * @param sheets of an original on paper, from 1; empty for others
 * @param sm3 of its file, hex
 * @param length bytes of its file
 */
public record HandedItem(
        int number,
        ItemKind kind,
        ItemMatter matter,
        Optional<Integer> sheets,
        String sm3,
        long length,
        Delivery delivery) {

    private static final int SHEETS_MAX = 9_999;

    /** Refuses what contradicts itself: sheets belong to paper, and only sound and pictures may come on a disk. */
    public HandedItem {
        boolean paper = kind == ItemKind.PAPER;
        boolean counted = sheets.filter(it -> it >= 1 && it <= SHEETS_MAX).isPresent();
        if (paper != sheets.isPresent() || paper && !counted) {
            throw HandoverRefusal.SHEETS.at(
                    "items." + number + ".sheets",
                    sheets.map(Object::toString).orElse("—"),
                    paper ? "1 to " + SHEETS_MAX : "none");
        }
        if (delivery == Delivery.CARRIER && kind != ItemKind.MEDIA) {
            throw HandoverRefusal.DELIVERY.at("items." + number + ".delivery", delivery, Delivery.UPLOADED);
        }
        if (length < 1) {
            throw HandoverRefusal.FILE_EMPTY.at("items." + number + ".length", length, "at least 1");
        }
    }
}
