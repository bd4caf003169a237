package cn.qifeng.evaluation.handover.application;

import cn.qifeng.evaluation.handover.domain.Delivery;
import cn.qifeng.evaluation.handover.domain.HandedItem;
import cn.qifeng.evaluation.handover.domain.HandoverRefusal;
import cn.qifeng.evaluation.handover.domain.ItemKind;
import cn.qifeng.evaluation.handover.domain.ItemMatter;
import cn.qifeng.evaluation.handover.domain.ItemRuling;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the lists of signed docs about a handover (移交清单读取). */
final class HandedItems {

    private static final int LIST_MAX = 1_000;
    private static final int HASH = 32;
    private static final int REASON_MAX = 500;

    private HandedItems() {}

    /** Items of a {@code handover}. */
    static List<HandedItem> of(ObjectNode doc) {
        return Fields.of(doc).array("items", LIST_MAX).stream()
                .map(HandedItems::item)
                .toList();
    }

    private static HandedItem item(JsonNode json) {
        var fields = Fields.of(json).exactly("number", "kind", "matter", "sheets", "sm3", "length", "delivery");
        return new HandedItem(
                (int) fields.integer("number", 1, LIST_MAX),
                one(ItemKind.values(), fields.text("kind"), "kind"),
                one(ItemMatter.values(), fields.text("matter"), "matter"),
                fields.get("sheets").isNull()
                        ? Optional.empty()
                        : Optional.of((int) fields.integer("sheets", 0, Integer.MAX_VALUE)),
                Hex.encode(fields.hex("sm3", HASH)),
                fields.integer("length", 0, CanonicalJson.INTEGER_MAX),
                one(Delivery.values(), fields.text("delivery"), "delivery"));
    }

    /** Rulings of a {@code handover-receipt}. */
    static List<ItemRuling> rulings(ObjectNode doc) {
        return Fields.of(doc).array("rulings", LIST_MAX).stream()
                .map(HandedItems::ruling)
                .toList();
    }

    private static ItemRuling ruling(JsonNode json) {
        var fields = Fields.of(json).exactly("number", "accepted", "reason");
        var reason = fields.text("reason");
        boolean plain = reason.length() <= REASON_MAX
                && reason.chars().noneMatch(it -> Character.isISOControl(it) && it != '\n');
        if (!plain) {
            throw HandoverRefusal.REASON.at("rulings.reason", reason.length() + " characters", "up to " + REASON_MAX);
        }
        return new ItemRuling((int) fields.integer("number", 1, LIST_MAX), fields.bool("accepted"), reason);
    }

    private static <T extends Enum<T>> T one(T[] all, String name, String field) {
        return Arrays.stream(all)
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> HandoverRefusal.ITEMS.at("items." + field, name, Arrays.toString(all)));
    }
}
