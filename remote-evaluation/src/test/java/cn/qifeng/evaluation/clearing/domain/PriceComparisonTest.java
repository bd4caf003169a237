package cn.qifeng.evaluation.clearing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.evaluation.clearing.BillFile;
import cn.qifeng.evaluation.clearing.sheet.XlsxBillSheets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bill clearing 清标: unit prices of all bids")
class PriceComparisonTest {

    private static final int LINES = 6;
    private static final BillSheets SHEETS = new XlsxBillSheets();
    private static final TenderBill TENDER =
            TenderBill.read(BillFile.tender(LINES).bytes(), SHEETS);

    @Test
    void namesAUnitPriceThatLiesFarFromTheMedian() {
        // 95, 100, 105 and 140: the median is (100 + 105) / 2 = 102.50, and 140 is 36.6 % above it
        var bids = bids("0.95", "1", "1.05", "1");
        bids.get("d").with(0, it -> it.priced("140"));

        var finding = of(compare(bids), "d", FindingKind.PRICE_DEVIATION).get(0);

        assertThat(finding.seen()).isEqualTo("140.00");
        assertThat(finding.expected()).isEqualTo("102.50");
        assertThat(finding.percent()).contains(new BigDecimal("36.6"));
        assertThat(finding.place()).isEqualTo(new Place(false, BillFile.ITEMS, 5, "G"));
    }

    @Test
    void doesNotNameAPriceAtTheThresholdItself() {
        var bids = bids("1", "1", "1");
        bids.get("c").with(0, it -> it.priced("130"));
        assertThat(of(compare(bids), "c", FindingKind.PRICE_DEVIATION)).isEmpty();

        bids.get("c").with(0, it -> it.priced("130.01"));
        assertThat(of(compare(bids), "c", FindingKind.PRICE_DEVIATION)).hasSize(1);
    }

    @Test
    void comparesNothingWithFewerThanThreePrices() {
        var bids = bids("1", "1", "1");
        bids.get("a").with(0, it -> it.price(null).amount(null));
        bids.get("c").with(0, it -> it.priced("500"));

        assertThat(of(compare(bids), "c", FindingKind.PRICE_DEVIATION)).isEmpty();
    }

    @Test
    void comparesNoPriceForAnotherUnit() {
        var bids = bids("1", "1", "1", "1");
        bids.get("d").with(0, it -> it.unit("100m2").priced("10000"));

        assertThat(compare(bids).get("d")).isEmpty();
    }

    @Test
    void seesAnImbalanceThatTheLevelOfTheWholeBidHides() {
        // e prices everything at 80 % of the others but one item at 100 %: no deviation from
        // the median, but 118 % of its level
        var bids = bids("1", "1", "1", "1", "0.8");
        bids.get("e").with(5, it -> it.priced("150"));

        var found = compare(bids).get("e");

        assertThat(found).allMatch(it -> it.kind() == FindingKind.UNBALANCED);
        assertThat(found).extracting(Finding::code).containsExactly("040100000006");
        // level: own 9,550 × 0.8 + 15 × 150 × 0.2 = 8,090 of 9,550 = 0.847120; 150 × 0.847120 = 127.07
        assertThat(found.get(0).expected()).isEqualTo("127.07");
        assertThat(found.get(0).percent()).contains(new BigDecimal("18.0"));
    }

    @Test
    void findsNoImbalanceInABidThatIsCheapThroughout() {
        assertThat(compare(bids("1", "1", "1", "0.75")).get("d")).isEmpty();
    }

    @Test
    void passesOverAnImbalanceThatWeighsNothing() {
        var thresholds = new Thresholds(
                new BigDecimal("900"), new BigDecimal("15"), new BigDecimal("30"), 3, new BigDecimal("0.01"));
        var bids = bids("1", "1", "1", "1", "1");
        bids.get("e").with(0, it -> it.priced("150"));

        assertThat(compare(bids, thresholds).get("e")).isEmpty();
    }

    @Test
    void findsTheSameInWhateverOrderTheBidsAreRead() {
        var bids = bids("0.9", "1", "1.1", "0.85", "1.3", "0.97");
        bids.get("b").with(3, it -> it.priced("300"));
        bids.get("f").with(1, it -> it.priced("20"));
        var once = compare(bids);
        assertThat(once.values().stream().mapToInt(List::size).sum()).isPositive();

        for (int seed = 1; seed <= 20; seed++) {
            var names = new ArrayList<>(bids.keySet());
            Collections.shuffle(names, new Random(seed));
            var shuffled = new LinkedHashMap<String, BillFile>();
            names.forEach(it -> shuffled.put(it, bids.get(it)));
            assertThat(compare(shuffled)).isEqualTo(once);
        }
    }

    @Test
    void leavesABillThatWasRefusedOutOfTheComparison() {
        var clearing = new BillClearing(TENDER, Thresholds.usual(), SHEETS);
        bids("1", "1", "1").forEach((name, bid) -> clearing.read(name, bid.price(), bid.bytes()));

        assertThat(clearing.compare("refused").findings()).isEmpty();
        assertThat(clearing.compare("a").findings()).isEmpty();
    }

    private static Map<String, BillFile> bids(String... factors) {
        var bids = new LinkedHashMap<String, BillFile>();
        for (String factor : factors) {
            bids.put(String.valueOf((char) ('a' + bids.size())), BillFile.priced(LINES, factor));
        }
        return bids;
    }

    private static Map<String, List<Finding>> compare(Map<String, BillFile> bids) {
        return compare(bids, Thresholds.usual());
    }

    private static Map<String, List<Finding>> compare(Map<String, BillFile> bids, Thresholds thresholds) {
        var clearing = new BillClearing(TENDER, thresholds, SHEETS);
        bids.forEach((name, bid) -> clearing.read(name, bid.price(), bid.bytes()));
        var found = new TreeMap<String, List<Finding>>();
        bids.keySet().forEach(it -> found.put(it, clearing.compare(it).findings()));
        return found;
    }

    private static List<Finding> of(Map<String, List<Finding>> found, String bid, FindingKind kind) {
        return found.get(bid).stream().filter(it -> it.kind() == kind).toList();
    }
}
