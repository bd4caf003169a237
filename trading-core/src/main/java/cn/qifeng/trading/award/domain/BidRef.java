package cn.qifeng.trading.award.domain;

import java.util.Objects;

/** A bid (投标) named by its envelope's id: 16 bytes in lower-case hex. */
public record BidRef(String hex) implements Comparable<BidRef> {

    /** Refuses anything but 32 hex digits with {@link IllegalArgumentException}. */
    public BidRef {
        Objects.requireNonNull(hex, "hex");
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("not a bid id: " + hex);
        }
    }

    @Override
    public int compareTo(BidRef other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
