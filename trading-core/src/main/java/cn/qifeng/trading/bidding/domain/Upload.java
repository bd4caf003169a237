package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Uscc;
import java.util.UUID;

/**
 * Encrypted files on their way in (上传). The seal refers to it by its ticket.
 *
 * @param id random
 * @param lot what it is meant for; never leaves the row in the clear
 * @param bidder whose it is
 * @param layout files and frames announced
 * @param state how far it is
 */
public record Upload(UUID id, LotId lot, Uscc bidder, UploadLayout layout, State state) {

    /** How far an upload is. */
    public enum State {
        /** Frames may come. */
        OPEN,
        /** All frames are there and a ticket was given. */
        TICKETED,
        /** A seal refers to it. */
        SEALED
    }

    /** A new upload. */
    public static Upload open(LotId lot, Uscc bidder, UploadLayout layout) {
        return new Upload(UUID.randomUUID(), lot, bidder, layout, State.OPEN);
    }

    /** Refuses with {@link BiddingRefusal#UPLOAD_CLOSED} unless frames may come. */
    public void requireOpen() {
        if (state != State.OPEN) {
            throw BiddingRefusal.UPLOAD_CLOSED.refused();
        }
    }

    /** The same upload with a ticket; asking again is no error. */
    public Upload ticketed() {
        if (state == State.SEALED) {
            throw BiddingRefusal.UPLOAD_CLOSED.refused();
        }
        return new Upload(id, lot, bidder, layout, State.TICKETED);
    }

    /** The same upload, used by a seal; refuses a second use. */
    public Upload sealed() {
        if (state != State.TICKETED) {
            throw BiddingRefusal.TICKET.refused();
        }
        return new Upload(id, lot, bidder, layout, State.SEALED);
    }
}
