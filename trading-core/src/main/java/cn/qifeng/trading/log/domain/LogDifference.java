package cn.qifeng.trading.log.domain;

/**
 * Something of the stored log that is not what was signed (存证日志不符项).
 *
 * @param place where: {@code leaf 12}, {@code node 6/3}, {@code head 128}, {@code chain TENDER/4}, {@code bid ROW}
 * @param seen what stands there, at most {@value #TEXT_MAX} characters
 * @param expected what should
 */
public record LogDifference(Kind kind, String place, String seen, String expected) {

    /** Longest text in characters; what is longer is cut. */
    public static final int TEXT_MAX = 200;

    /** Sorts of differences (不符类别), stored by name. */
    public enum Kind {
        /** An entry's head, salt or body is not what its content hash says. */
        CONTENT,
        /** The columns beside an entry are not what its head says. */
        COLUMNS,
        /** A place without a content, or a content with none or two bodies. */
        MISSING,
        /** A leaf is not the entry that should be there, or is claimed twice. */
        LEAF,
        /** A tile is absent or of another length. */
        TILE,
        /** A node above the tiles is absent or not the hash of what is below. */
        NODE,
        /** A head has another root or predecessor, or is not signed by the log. */
        HEAD,
        /** A witness's signature is over something else or by another key. */
        WITNESS,
        /** A head's time stamp does not hold. */
        TIME_STAMP,
        /** A tender's chain has a gap, another link, or another end. */
        CHAIN,
        /** What an earlier check found under its head is not there any more. */
        FORMER_CHECK,
        /** The stored trust file is not the one in force. */
        TRUST_FILE,
        /** A lot's key is absent or does not open. */
        LOT_KEY,
        /** A stored bid is absent, unreadable, without its receipt in the log, or not what that receipt says. */
        BID,
        /** A stored frame is absent or not the one that the signed header names. */
        FRAME,
        /** A stored opening is not what the tender's chain says. */
        OPENING
    }

    /** Cuts the texts to their longest length. */
    public LogDifference {
        place = cut(place);
        seen = cut(seen);
        expected = cut(expected);
    }

    private static String cut(String text) {
        return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
    }
}
