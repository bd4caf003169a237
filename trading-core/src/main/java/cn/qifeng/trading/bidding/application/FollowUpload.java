package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.ObjectStore;
import cn.qifeng.trading.bidding.domain.StoredFrame;
import cn.qifeng.trading.bidding.domain.Upload;
import cn.qifeng.trading.bidding.domain.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Tells a bidder which frames are there, and gives the ticket when all are (续传与上传凭据). */
@ApplicationScoped
public class FollowUpload {

    /** An upload and the frames that are durable. */
    public record Progress(Upload upload, List<StoredFrame> frames) {}

    private final LotKeys keys;
    private final Uploads uploads;
    private final ObjectStore store;

    FollowUpload(LotKeys keys, Uploads uploads, ObjectStore store) {
        this.keys = keys;
        this.uploads = uploads;
        this.store = store;
    }

    /** The caller's own upload and what of it is stored. */
    @Transactional
    public Progress progress(UUID id, Uscc bidder) {
        return new Progress(LotKeyOf.upload(keys, uploads, id, bidder).upload(), uploads.frames(id));
    }

    /** The ticket for the seal; refuses with {@link BiddingRefusal#UPLOAD_INCOMPLETE} while frames are missing. */
    @Transactional
    public String ticket(UUID id, Uscc bidder) {
        var keyed = LotKeyOf.upload(keys, uploads, id, bidder);
        var layout = keyed.upload().layout();
        var frames = uploads.frames(id);
        if (frames.size() != layout.frames()) {
            throw BiddingRefusal.UPLOAD_INCOMPLETE.with(
                    Facts.field("frames", frames.size(), layout.frames()).map());
        }
        for (var frame : frames) {
            long length = store.length(frame.object());
            if (length != frame.length()) {
                throw new IllegalStateException("object of a stored frame has " + length + " bytes");
            }
        }
        uploads.save(keyed.key(), keyed.upload().ticketed());
        return keyed.key().ticket(id);
    }
}
