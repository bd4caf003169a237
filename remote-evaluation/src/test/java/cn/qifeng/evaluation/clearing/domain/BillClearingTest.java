package cn.qifeng.evaluation.clearing.domain;

import static cn.qifeng.evaluation.clearing.BillFile.ITEMS;
import static cn.qifeng.evaluation.clearing.BillFile.SUMMARY;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.ADDED;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.BID_PRICE;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.DECIMAL_SLIP;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.DUPLICATE;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.FEATURE_CHANGED;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.GIVEN_CHANGED;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.LINE_AMOUNT;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.NAME_CHANGED;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.NOT_A_NUMBER;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.OMITTED;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.PRICE_MISSING;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.PRICE_NOT_POSITIVE;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.QUANTITY_CHANGED;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.SUBTOTAL;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.TOTAL;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.UNIT_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.evaluation.clearing.BillFile;
import cn.qifeng.evaluation.clearing.sheet.XlsxBillSheets;
import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bill clearing 清标: one bid against the tender's bill")
class BillClearingTest {

    private static final int LINES = 6;
    private static final BillSheets SHEETS = new XlsxBillSheets();
    private static final TenderBill TENDER =
            TenderBill.read(BillFile.tender(LINES).bytes(), SHEETS);

    @Test
    void findsNothingInABillThatAddsUpAndFollowsTheTenders() {
        var bid = bid();

        var found = clear(bid);

        assertThat(found.findings()).isEmpty();
        assertThat(found.rows()).isEqualTo(LINES);
    }

    @Test
    void namesALineWhoseAmountIsNotQuantityTimesUnitPrice() {
        // 12 × 120.00 = 1,440.00
        var bid = bid().with(2, it -> it.amount(new BigDecimal("1450.00")));

        var finding = only(bid, LINE_AMOUNT);

        assertThat(finding.place()).isEqualTo(new Place(false, ITEMS, bid.rowOf(2), "H"));
        assertThat(finding.seen()).isEqualTo("1450.00");
        assertThat(finding.expected()).isEqualTo("1440.00");
        assertThat(finding.percent()).contains(new BigDecimal("0.7"));
        assertThat(finding.severity()).isEqualTo(Severity.NOTABLE);
        assertThat(finding.code()).isEqualTo("040100000003");
        assertThat(finding.kind().source()).isEqualTo("施工招标投标办法 §53");
    }

    @Test
    void callsADifferenceOfOneFenRounding() {
        var bid = bid().with(2, it -> it.amount(new BigDecimal("1440.01")));

        assertThat(only(bid, LINE_AMOUNT).severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void roundsALineHalfUpToTheFen() {
        // 12.345 × 0.30 = 3.7035 and 5 × 0.105 = 0.525: 3.70 and 0.53
        assertThat(Cells.amount(new BigDecimal("12.345"), new BigDecimal("0.30")))
                .isEqualTo("3.70");
        assertThat(Cells.amount(new BigDecimal("5"), new BigDecimal("0.105"))).isEqualTo("0.53");
    }

    @Test
    void seesThatTheDecimalPointOfAUnitPriceSlipped() {
        // 12 × 12.00 is not 1,440.00, but 12 × 120.00 is: the amount decides
        var bid = bid().with(2, it -> it.price(new BigDecimal("12.00")));

        var finding = only(bid, DECIMAL_SLIP);

        assertThat(finding.place().column()).isEqualTo("G");
        assertThat(finding.seen()).isEqualTo("12.00");
        assertThat(finding.expected()).isEqualTo("120.00");
        assertThat(finding.severity()).isEqualTo(Severity.SEVERE);
    }

    @Test
    void namesSubTotalAndTotalThatAreNotTheSumOfTheirParts() {
        // lines 1 to 3: 1,000 + 1,210 + 1,440 = 3,650.00
        var bid = bid().cell(ITEMS, "H8", new BigDecimal("3660.00"));
        assertThat(clear(bid).findings())
                .filteredOn(it -> it.kind() == SUBTOTAL)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.seen()).isEqualTo("3660.00");
                    assertThat(it.expected()).isEqualTo("3650.00");
                    assertThat(it.name()).isEqualTo("一、土方工程");
                });

        var wrongTotal = bid().cell(ITEMS, "H14", new BigDecimal("1.00"));
        assertThat(only(wrongTotal, TOTAL).expected()).isEqualTo("9550.00");
    }

    @Test
    void holdsTheSummaryAgainstItsPartsAndAgainstTheItems() {
        var bid = bid().cell(SUMMARY, "C5", new BigDecimal("3651.00"));

        var found = clear(bid).findings();

        assertThat(found).allMatch(it -> it.kind() == FindingKind.SUMMARY);
        assertThat(found)
                .extracting(it -> it.name() + " " + it.seen() + " " + it.expected())
                .containsExactly("分部分项工程费 3650.00 3651.00", "土方工程 3651.00 3650.00");
    }

    @Test
    void holdsTheSummaryAgainstThePriceReadOut() {
        var bid = bid();

        var found = clearing().read("a", new Fen(bid.price().value() - 100), bid.bytes());

        assertThat(found.findings()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(BID_PRICE);
            assertThat(it.seen()).isEqualTo("10550.00");
            assertThat(it.expected()).isEqualTo("10549.00");
        });
    }

    @Test
    void tellsThatTheSummaryIsAbsent() {
        assertThat(only(bid().withoutSummary(), FindingKind.SUMMARY).seen()).isEqualTo(Finding.NOTHING);
    }

    @Test
    void namesAnOmittedItemAtItsPlaceInTheTendersBill() {
        var finding = only(bid().without(4), OMITTED);

        assertThat(finding.place())
                .isEqualTo(new Place(true, ITEMS, BillFile.tender(LINES).rowOf(4), "B"));
        assertThat(finding.seen()).isEqualTo(Finding.NOTHING);
        assertThat(finding.expected()).isEqualTo("040100000005 项目5");
    }

    @Test
    void namesAnAddedItemAndOneThatStandsTwice() {
        var bid = bid();
        bid.plus(bid.line(0).code("049900000001")).plus(bid.line(1));

        assertThat(clear(bid).counts()).isEqualTo(Map.of(ADDED, 1, DUPLICATE, 1));
    }

    @Test
    void namesAPriceThatBelongsToNoCode() {
        var bid = bid();
        bid.plus(bid.line(0).code(""));

        assertThat(only(bid, ADDED).place().row()).isEqualTo(bid.rowOf(LINES));
    }

    @Test
    void namesWhatWasChangedInAnItem() {
        var bid = bid().with(0, it -> it.name("别的项目").feature("别的特征").unit("m3"))
                .with(1, it -> it.quantity(new BigDecimal("22")).priced("110"));

        var found = clear(bid).findings();

        assertThat(found)
                .extracting(Finding::kind)
                .containsExactly(NAME_CHANGED, FEATURE_CHANGED, UNIT_CHANGED, QUANTITY_CHANGED);
        assertThat(found.get(3).seen()).isEqualTo("22");
        assertThat(found.get(3).expected()).isEqualTo("11");
        assertThat(found.get(3).percent()).contains(new BigDecimal("100.0"));
        assertThat(found.get(2).severity()).isEqualTo(Severity.SEVERE);
    }

    @Test
    void doesNotMindBlanksAndWidthsOfLetters() {
        var bid = bid().with(0, it -> it.name("项 目 １").unit("㎡"));

        assertThat(clear(bid).findings()).isEmpty();
    }

    @Test
    void namesPricesThatAreMissingZeroNegativeOrNoNumber() {
        var bid = bid().with(0, it -> it.price(null).amount(null))
                .with(1, it -> it.priced("0"))
                .with(2, it -> it.priced("-5"))
                .with(3, it -> it.price("面议").amount(null));

        assertThat(clear(bid).counts()).isEqualTo(Map.of(PRICE_MISSING, 1, PRICE_NOT_POSITIVE, 2, NOT_A_NUMBER, 1));
    }

    @Test
    void namesAGivenFigureThatWasChangedOrLeftOut() {
        var changed = only(bid().reserve("900.00"), GIVEN_CHANGED);
        assertThat(changed.place()).isEqualTo(new Place(false, BillFile.RESERVE, 4, "D"));
        assertThat(changed.seen()).isEqualTo("900");
        assertThat(changed.expected()).isEqualTo("1000");

        var leftOut = only(bid().cell(BillFile.RESERVE, "B4", "别的"), GIVEN_CHANGED);
        assertThat(leftOut.place().ofTender()).isTrue();
        assertThat(leftOut.seen()).isEqualTo(Finding.NOTHING);
    }

    @Test
    void readsNumbersThatStandAsTexts() {
        var bid = bid().with(2, it -> it.price("120.00").amount("1,440.00"));
        bid.cell(ITEMS, "H8", new BigDecimal("3650.00"));
        bid.cell(ITEMS, "H14", new BigDecimal("9550.00"));

        var kinds = clear(bid).findings().stream().map(Finding::kind).distinct().toList();

        assertThat(kinds).isSubsetOf(List.of(FindingKind.SUMMARY, BID_PRICE));
    }

    @Test
    void countsEveryFindingButListsFiveHundredOfAKind() {
        var tender = TenderBill.read(BillFile.tender(600).bytes(), SHEETS);
        var bid = BillFile.priced(600, "1");
        for (int i = 0; i < 600; i++) {
            bid.with(i, it -> it.unit("项"));
        }

        var found = new BillClearing(tender, Thresholds.usual(), SHEETS).read("a", bid.price(), bid.bytes());

        assertThat(found.counts()).isEqualTo(Map.of(UNIT_CHANGED, 600));
        assertThat(found.findings()).hasSize(FindingList.LISTED_MAX);
    }

    private static BillFile bid() {
        return BillFile.priced(LINES, "1");
    }

    private static BillClearing clearing() {
        return new BillClearing(TENDER, Thresholds.usual(), SHEETS);
    }

    private static BidFindings clear(BillFile bid) {
        return clearing().read("a", bid.price(), bid.bytes());
    }

    private static Finding only(BillFile bid, FindingKind kind) {
        var found = clear(bid).findings();
        assertThat(found).extracting(Finding::kind).containsExactly(kind);
        return found.get(0);
    }
}
