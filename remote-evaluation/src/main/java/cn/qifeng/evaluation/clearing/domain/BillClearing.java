package cn.qifeng.evaluation.clearing.domain;

import cn.qifeng.kernel.Fen;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Clears the bills of all bids of a lot (清标). Each bill is read once and forgotten, but for twelve bytes for each of its
 * unit prices; when all are read, the prices are held against each other. The order of the bids changes nothing.
 *
 * <p>First {@link #read} for every bid, then {@link #compare} for every bid that was read.
 */
public final class BillClearing {

    private final TenderBill tender;
    private final Thresholds thresholds;
    private final BillSheets sheets;
    private final Map<String, BidPrices> prices = new LinkedHashMap<>();
    private PriceComparison comparison;

    public BillClearing(TenderBill tender, Thresholds thresholds, BillSheets sheets) {
        this.tender = tender;
        this.thresholds = thresholds;
        this.sheets = sheets;
    }

    /**
     * Holds one bid's bill against itself, the tender's bill and the price read out. Refuses a bill that cannot be read,
     * as {@link BillSheets} does, or with {@link ClearingRefusal#NO_ITEMS}; the other bids are cleared without it.
     */
    public BidFindings read(String bidId, Fen price, byte[] xlsx) {
        if (comparison != null) {
            throw new IllegalStateException("prices are compared already");
        }
        var check = new BidCheck(tender, thresholds);
        sheets.read(xlsx, check);
        var findings = check.findings(bidId, price.yuan());
        prices.put(bidId, check.prices());
        return findings;
    }

    /** Holds the unit prices of one bid against those of all; a bid that was refused has none. */
    public BidFindings compare(String bidId) {
        if (comparison == null) {
            comparison = new PriceComparison(tender, thresholds, prices.values());
        }
        var found = new FindingList();
        if (prices.containsKey(bidId)) {
            comparison.check(prices.get(bidId), found);
        }
        return found.of(bidId, 0);
    }
}
