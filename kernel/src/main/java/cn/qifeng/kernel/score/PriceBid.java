package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.util.Objects;

/** One valid bid with the price that is compared (评标价). */
public record PriceBid(String bidId, Fen price) {

    /** Refuses a price of zero with {@link IllegalArgumentException}. */
    public PriceBid {
        Objects.requireNonNull(bidId, "bidId");
        if (price.value() == 0) {
            throw new IllegalArgumentException("price of zero: " + bidId);
        }
    }
}
