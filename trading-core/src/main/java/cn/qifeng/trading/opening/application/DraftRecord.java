package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.trading.archive.application.DocumentArchive;
import cn.qifeng.trading.archive.domain.Visibility;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.opening.domain.BidOpening.Opened;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.RecordContent;
import cn.qifeng.trading.opening.domain.RecordContent.Submission;
import cn.qifeng.trading.opening.domain.RecordWriter;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.application.MethodWords;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writes the opening record (编制开标记录) when the time for objections is over and each has its answer. */
@ApplicationScoped
public class DraftRecord {

    private static final int SEED_SHOWN = 16;

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final Lots lots;
    private final LotKeySets keySets;
    private final LiveBids liveBids;
    private final CoefficientDraws draws;
    private final RecordWriter writer;
    private final DocumentArchive archive;

    DraftRecord(
            OpeningSteps steps,
            OpeningClock clock,
            Lots lots,
            LotKeySets keySets,
            LiveBids liveBids,
            CoefficientDraws draws,
            RecordWriter writer,
            DocumentArchive archive) {
        this.steps = steps;
        this.clock = clock;
        this.lots = lots;
        this.keySets = keySets;
        this.liveBids = liveBids;
        this.draws = draws;
        this.writer = writer;
        this.archive = archive;
    }

    /** Writes it if it is due; nothing otherwise. */
    @Transactional
    public void draftIfDue(LotId id) {
        var opened = steps.in(id, Opened.class);
        if (!opened.recordDue(clock.now())) {
            return;
        }
        var lot = lots.of(id);
        steps.take(id, Opened.class, current -> {
            var pdf = writer.write(current, content(lot, current));
            var sm3 = archive.keep(lot.tender(), "开标记录.pdf", "application/pdf", Visibility.PUBLIC, pdf);
            return current.drafted(sm3, clock.now());
        });
    }

    private RecordContent content(PublishedLot lot, Opened opened) {
        var submissions = liveBids.of(lot.lot(), opened.unsealing().checkpoint()).stream()
                .map(DraftRecord::submission)
                .toList();
        return new RecordContent(
                lot.projectName(),
                lot.name(),
                lot.code().value(),
                lot.dealCode().value(),
                lot.procuringEntity().name(),
                lot.agency().name(),
                lot.ceiling().value(),
                MethodWords.drawn(lot.method()),
                drawn(lot, opened.unsealing()),
                trustees(lot, opened),
                submissions);
    }

    private String drawn(PublishedLot lot, Unsealing unsealing) {
        if (lot.method().price() == PriceMethod.LOWEST_REVIEWED_PRICE) {
            return "由种子" + draws.orderSeed(lot, unsealing.draw()).orElseThrow().substring(0, SEED_SHOWN) + "…算出";
        }
        return draws.delta(lot, unsealing.draw())
                .map(delta -> unsealing.coefficient() + "、" + delta)
                .orElse(unsealing.coefficient());
    }

    private List<String> trustees(PublishedLot lot, Opened opened) {
        var sets = keySets.sets(lot);
        return opened.unsealing().presses().stream()
                .map(press -> sets.find(press.set())
                        .flatMap(set -> set.member(press.trustee()))
                        .orElseThrow()
                        .name())
                .distinct()
                .toList();
    }

    private static Submission submission(Sealing sealing) {
        var doc = sealing.receipt().doc();
        return new Submission(
                sealing.bidId(),
                Moments.parse(doc.get("stamp").textValue()),
                sealing.receipt().hash());
    }
}
