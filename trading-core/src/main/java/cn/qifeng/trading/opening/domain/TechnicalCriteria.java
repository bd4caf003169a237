package cn.qifeng.trading.opening.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Items by which the technical part is scored (技术评审因素), those of the standard construction tender document
 * (标准施工招标文件, 施工组织设计评分标准), in fixed shares of the full technical score.
 */
public record TechnicalCriteria(List<Item> items) {

    /** One item: its number, its name, and its full score as a decimal. */
    public record Item(String item, String name, String max) {}

    private static final List<String> NAMES =
            List.of("内容完整性和编制水平", "施工方案与技术措施", "质量管理体系与措施", "安全管理体系与措施", "环境保护管理体系与措施", "工程进度计划与措施", "资源配备计划");
    private static final int[] PER_CENT = {5, 30, 15, 20, 10, 15, 5};

    public TechnicalCriteria {
        items = List.copyOf(items);
    }

    /** The items for a full technical score; what rounding leaves over falls to the last. */
    public static TechnicalCriteria of(String technicalFull) {
        var full = new BigDecimal(technicalFull);
        var rest = full;
        var items = new ArrayList<Item>();
        for (int i = 0; i < NAMES.size(); i++) {
            var share = full.multiply(BigDecimal.valueOf(PER_CENT[i], 2)).setScale(2, RoundingMode.DOWN);
            var max = i == NAMES.size() - 1 ? rest : share;
            rest = rest.subtract(share);
            items.add(new Item(
                    "T" + (i + 1), NAMES.get(i), max.stripTrailingZeros().toPlainString()));
        }
        return new TechnicalCriteria(items);
    }
}
