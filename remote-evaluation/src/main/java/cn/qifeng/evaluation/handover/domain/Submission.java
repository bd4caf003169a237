package cn.qifeng.evaluation.handover.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One time that a sub-site handed over (移交), and what the main site said to it.
 *
 * @param number from 1 in each handover
 * @param by id of the person who signed
 * @param sm3 of the signed doc, hex
 * @param statement what was signed, canonical JSON
 */
public record Submission(
        int number,
        Instant at,
        String by,
        List<HandedItem> items,
        String sm3,
        String statement,
        Optional<Receipt> receipt) {

    private static final int ITEMS_MAX = 200;

    public Submission {
        items = List.copyOf(items);
    }

    /**
     * Answer of the main site (接收回执).
     *
     * @param rulings one for each item, in their order
     * @param sm3 of the signed doc, hex
     */
    public record Receipt(Instant at, String by, List<ItemRuling> rulings, String sm3, String statement) {

        public Receipt {
            rulings = List.copyOf(rulings);
        }

        /** Whether everything was received. */
        public boolean whole() {
            return rulings.stream().allMatch(ItemRuling::accepted);
        }
    }

    /** Refuses a list that is empty, too long, or not numbered from 1. */
    static void requireNumbered(List<HandedItem> items) {
        if (items.isEmpty() || items.size() > ITEMS_MAX) {
            throw HandoverRefusal.ITEMS.at("items", items.size(), "1 to " + ITEMS_MAX);
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).number() != i + 1) {
                throw HandoverRefusal.ITEMS.at(
                        "items." + i + ".number", items.get(i).number(), i + 1);
            }
        }
    }

    /** Refuses rulings that leave an item out, or send one back without a reason. */
    void requireRuled(List<ItemRuling> rulings) {
        var numbers = rulings.stream().map(ItemRuling::number).toList();
        var expected = items.stream().map(HandedItem::number).toList();
        if (!numbers.equals(expected)) {
            throw HandoverRefusal.RULINGS.at("rulings", numbers, expected);
        }
        rulings.stream()
                .filter(it -> it.accepted() != it.reason().isBlank())
                .findFirst()
                .ifPresent(it -> {
                    throw HandoverRefusal.REASON.at(
                            "rulings." + it.number() + ".reason",
                            it.reason(),
                            it.accepted() ? "none" : "why it is sent back");
                });
    }

    Submission unanswered() {
        return new Submission(number, at, by, items, sm3, statement, Optional.empty());
    }

    Submission answered(Receipt given) {
        return new Submission(number, at, by, items, sm3, statement, Optional.of(given));
    }

    /** What of this may not change any more: items that were received. */
    List<HandedItem> received() {
        return receipt.map(given -> items.stream()
                        .filter(item -> given.rulings().get(item.number() - 1).accepted())
                        .toList())
                .orElse(List.of());
    }
}
