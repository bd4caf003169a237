package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.archive.application.DocumentArchive;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * What a bidder is told of the evaluation of its bid (评审结果告知书), from the publicity of the finalists on, or once the lot
 * has failed: what a panel saw is secret before (招标投标法 §44).
 */
@ApplicationScoped
public class ReadPart {

    private final Lots lots;
    private final Awards awards;
    private final BidsOnRecord record;
    private final DocumentArchive archive;

    ReadPart(Lots lots, Awards awards, BidsOnRecord record, DocumentArchive archive) {
        this.lots = lots;
        this.awards = awards;
        this.record = record;
        this.archive = archive;
    }

    /**
     * A bidder's part.
     *
     * @param sm3 hash of the PDF, hex, which stands in the entry {@code evaluation/parts}
     */
    public record Part(String bidId, String sm3) {}

    /** Which file it is; refuses with {@link AwardRefusal#NOT_FOUND} while it is secret, and who did not bid. */
    @Transactional
    public Part of(LotId lot, Uscc bidder) {
        var published = lots.of(lot);
        if (!told(published)) {
            throw AwardRefusal.NOT_FOUND.refused();
        }
        return record.bids(published.tender()).values().stream()
                .filter(it -> it.uscc().equals(bidder))
                .flatMap(it -> record.part(published.tender(), it.ref().hex()).stream()
                        .map(sm3 -> new Part(it.ref().hex(), sm3)))
                .filter(it -> archive.find(published.tender(), it.sm3()).isPresent())
                .findFirst()
                .orElseThrow(AwardRefusal.NOT_FOUND::refused);
    }

    /** The file, PDF. */
    @Transactional
    public byte[] file(LotId lot, Uscc bidder) {
        return archive.content(lots.of(lot).tender(), of(lot, bidder).sm3());
    }

    private boolean told(PublishedLot lot) {
        return lot.stage() == Stage.FAILED
                || awards.of(lot.lot())
                        .filter(it -> !(it instanceof Award.Reviewing || it instanceof Award.Reworking))
                        .isPresent();
    }
}
