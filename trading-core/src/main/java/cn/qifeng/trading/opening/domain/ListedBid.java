package cn.qifeng.trading.opening.domain;

/**
 * One line of the bid list (投标清单).
 *
 * @param bidId envelope, hex
 * @param headerHash SM3 of its header, hex
 * @param seq the bidder's own number
 * @param receiptHash SM3 of its receipt, hex
 * @param state {@code LIVE}, {@code REPLACED}, {@code WITHDRAWN}, {@code HELD} or {@link #SET_LOST}
 * @param because hash of what justifies any other state than live, or {@code null}
 */
public record ListedBid(String bidId, String headerHash, int seq, String receiptHash, String state, String because) {

    /** State of a bid that nobody can open, since too many keys of the set that it is sealed to are lost. */
    public static final String SET_LOST = "SET_LOST";

    /** Whether it will be opened, unless a held one of the same bidder is admitted. */
    public boolean live() {
        return "LIVE".equals(state);
    }

    /** Whether nobody can open it, because the keys of its set are lost. */
    public boolean lost() {
        return SET_LOST.equals(state);
    }

    /** Whether it waits for a decision, because its stamp straddles the deadline. */
    public boolean held() {
        return "HELD".equals(state);
    }
}
