package cn.qifeng.trading.tender.application;

import cn.qifeng.trading.tender.domain.ReviewItem;
import cn.qifeng.trading.tender.domain.TenderDraft;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The preliminary review (初步评审) in words, for the tender document. */
public final class ReviewWords {

    private static final Map<String, String> GROUNDS = Map.of(
            "RJ1", "未经盖章、签字",
            "RJ2", "联合体未提交共同投标协议",
            "RJ3", "不符合资格条件",
            "RJ4", "提交两个以上不同的投标文件或者报价",
            "RJ6", "未响应实质性要求和条件",
            "RJ7", "串通投标、弄虚作假、行贿");

    private ReviewWords() {}

    /** How many items each part has; or that there is no such review. */
    public static String summary(TenderDraft draft) {
        if (draft.review().isEmpty()) {
            return "不单设初步评审环节";
        }
        return Arrays.stream(ReviewItem.Part.values())
                .map(part -> name(part) + count(draft, part) + "项")
                .collect(Collectors.joining("、", "", "；" + order(draft)));
    }

    /** In which order bids are judged and scored. */
    static String order(TenderDraft draft) {
        if (draft.method().blind() != null) {
            return "技术暗标评审锁定之后进行";
        }
        return draft.screenedBehind() ? "含有与报价有关的评审项，技术评审锁定之后进行" : "先于技术评审，未通过的不进入技术评审";
    }

    /** Rows of the table of items. */
    static List<Map<String, String>> rows(TenderDraft draft) {
        return draft.review().stream()
                .map(it -> Map.of(
                        "item", it.item(),
                        "part", name(it.part()),
                        "name", it.name(),
                        "ground", it.ground() + " " + GROUNDS.get(it.ground()),
                        "page", it.page() ? "须注明页码" : evidence(it.about())))
                .toList();
    }

    private static String evidence(ReviewItem.Evidence about) {
        return switch (about) {
            case FILES -> "—";
            case LETTER -> "投标函";
            case PRICE -> "报价、已标价清单";
        };
    }

    private static String name(ReviewItem.Part part) {
        return switch (part) {
            case FORM -> "形式评审";
            case QUALIFICATION -> "资格评审";
            case RESPONSIVENESS -> "响应性评审";
        };
    }

    private static long count(TenderDraft draft, ReviewItem.Part part) {
        return draft.review().stream().filter(it -> it.part() == part).count();
    }
}
