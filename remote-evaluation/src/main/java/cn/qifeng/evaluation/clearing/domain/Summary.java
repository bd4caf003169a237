package cn.qifeng.evaluation.clearing.domain;

import static cn.qifeng.evaluation.clearing.domain.FindingKind.BID_PRICE;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.SUMMARY;

import cn.qifeng.evaluation.clearing.domain.FindingList.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The summary of one bid (表-04): parts add up to the whole, the whole is the price read out, and the items come to it. */
final class Summary {

    private static final String SHEET = "表-04";
    private static final int NUMBER = 0;
    private static final int NAME = 1;
    private static final int AMOUNT = 2;
    private static final Pattern PART = Pattern.compile("\\d+(\\.\\d+)*");
    private static final Pattern ORDINAL = Pattern.compile("^[一二三四五六七八九十百]+[、.．]");

    private final List<Part> parts = new ArrayList<>();
    private String sheet = SHEET;
    private Part total;

    /** One row with an amount; its number has a dot for every level below the first. */
    private record Part(String number, String name, BigDecimal amount, Place place) {

        boolean isChildOf(Part other) {
            return number.startsWith(other.number + ".")
                    && number.indexOf('.', other.number.length() + 1) < 0
                    && !name.startsWith("其中");
        }

        boolean isTop() {
            return number.indexOf('.') < 0;
        }
    }

    static boolean is(String sheet) {
        return sheet.startsWith(SHEET);
    }

    /** Name of a division without its ordinal. */
    static String bare(String division) {
        return Cells.bare(ORDINAL.matcher(division).replaceFirst(""));
    }

    void begin(String name) {
        sheet = name;
    }

    void take(SheetRow row) {
        var amount = row.number(AMOUNT);
        if (amount.isEmpty()) {
            return;
        }
        var part = new Part(row.text(NUMBER), row.text(NAME), amount.get(), Place.of(sheet, row.row(), AMOUNT));
        if (PART.matcher(part.number()).matches()) {
            parts.add(part);
        } else if (part.name().startsWith("合计")) {
            total = part;
        }
    }

    void check(ItemCheck items, BigDecimal price, Thresholds thresholds, FindingList found) {
        if (total == null) {
            found.add(SUMMARY, new Place(false, sheet, 0, ""), "", "合计", "", Cells.yuan(price));
            return;
        }
        var rounding = thresholds.roundingYuan();
        sums(found, rounding);
        items(items, found, rounding);
        if (total.amount().compareTo(price) != 0) {
            found.off(BID_PRICE, total.place(), new Named("", total.name()), total.amount(), price, rounding);
        }
    }

    private void sums(FindingList found, BigDecimal rounding) {
        require(total, parts.stream().filter(Part::isTop).toList(), found, rounding);
        for (Part part : parts) {
            var children = parts.stream().filter(it -> it.isChildOf(part)).toList();
            if (!children.isEmpty()) {
                require(part, children, found, rounding);
            }
        }
    }

    /** Divisions by name, and both sorts of items together, where the summary names them. */
    private void items(ItemCheck items, FindingList found, BigDecimal rounding) {
        for (Part part : parts) {
            var sum = items.divisions().get(bare(part.name()));
            if (sum != null && sum.compareTo(part.amount()) != 0) {
                found.off(SUMMARY, part.place(), new Named("", part.name()), part.amount(), sum, rounding);
            }
        }
        var works = named("分部分项工程费");
        var measures = named("单价措施项目费");
        if (works.isPresent() && measures.isPresent()) {
            var sum = works.get().amount().add(measures.get().amount());
            if (sum.compareTo(items.all()) != 0) {
                var named =
                        new Named("", works.get().name() + "＋" + measures.get().name());
                found.off(SUMMARY, works.get().place(), named, sum, items.all(), rounding);
            }
        }
    }

    private Optional<Part> named(String name) {
        return parts.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private static void require(Part whole, List<Part> parts, FindingList found, BigDecimal rounding) {
        var sum = parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(whole.amount()) != 0) {
            found.off(SUMMARY, whole.place(), new Named("", whole.name()), whole.amount(), sum, rounding);
        }
    }
}
