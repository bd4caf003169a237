package cn.qifeng.evaluation.clearing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Unit prices of one bid, by the tender's items, in twelve bytes each: all that is kept of a bill while the others are
 * read. Prices stand in hundredths of a fen; one of ten billion yuan or more is not compared.
 */
final class BidPrices {

    static final int SCALE = 4;

    private static final BigDecimal PRICE_MAX = new BigDecimal("10000000000");
    private static final int ROW_BITS = 24;
    private static final int ROW_MASK = (1 << ROW_BITS) - 1;

    private final long[] prices;
    private final int[] places;
    private final List<String> sheets = new ArrayList<>();
    private int column;

    BidPrices(int items) {
        prices = new long[items];
        places = new int[items];
    }

    void begin(String sheet) {
        sheets.add(sheet);
    }

    void put(int item, BigDecimal price, int row, int at) {
        if (price.compareTo(PRICE_MAX) < 0 && row <= ROW_MASK && sheets.size() <= Byte.MAX_VALUE) {
            prices[item] = Math.max(
                    1,
                    price.setScale(SCALE, RoundingMode.HALF_UP).unscaledValue().longValueExact());
            places[item] = (sheets.size() - 1) << ROW_BITS | row;
            column = at;
        }
    }

    /** The price of an item; 0 where there is none to compare. */
    long price(int item) {
        return prices[item];
    }

    Place place(int item) {
        return Place.of(sheets.get(places[item] >>> ROW_BITS), places[item] & ROW_MASK, column);
    }

    static BigDecimal yuan(long price) {
        return BigDecimal.valueOf(price, SCALE);
    }
}
