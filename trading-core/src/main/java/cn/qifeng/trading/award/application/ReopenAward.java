package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.AwardFile;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.award.domain.BidRef;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes an award back while its evaluation is reviewed once more (复评期间撤回定标): an entry names every entry of the award
 * that no longer stands, and nothing is published before the second report.
 */
@ApplicationScoped
public class ReopenAward {

    private final Awards awards;
    private final BidsOnRecord record;
    private final Chain chain;
    private final Progress progress;
    private final LegalClock clock;

    ReopenAward(Awards awards, BidsOnRecord record, Chain chain, Progress progress, LegalClock clock) {
        this.awards = awards;
        this.record = record;
        this.chain = chain;
        this.progress = progress;
        this.clock = clock;
    }

    /** A bid that the panel scored. */
    public record Scored(String bidId, String name) {}

    /** On what the award of a lot rests now; empty while nothing is to be reopened. */
    @Transactional
    public Optional<AwardFile> standing(LotId lot) {
        return awards.of(lot).filter(ReopenAward::reopens).map(Award::file).filter(it -> !record.noticed(it.tender()));
    }

    /** The same; refuses with {@link AwardRefusal#NOT_FOUND} before the report, {@link AwardRefusal#NOT_REOPENED} too late. */
    @Transactional
    public AwardFile require(LotId lot) {
        var award = awards.locked(lot).orElseThrow(AwardRefusal.NOT_FOUND::refused);
        var file = award.reopen(1, clock.now()).file();
        if (record.noticed(file.tender())) {
            throw new Refused(
                    AwardRefusal.NOT_REOPENED, Facts.field("award/noticed", "issued", "before the notice of award"));
        }
        return file;
    }

    /** Bids that the panel scored and did not reject, in the order of the bid list. */
    @Transactional
    public List<Scored> scored(TenderId tender) {
        var names = record.bids(tender);
        return record.scored(tender).stream()
                .map(id -> new Scored(id, names.get(new BidRef(id)).name()))
                .toList();
    }

    /** Whether somebody of this organisation or with this certificate may not decide: it bid, or sat on the panel. */
    @Transactional
    public boolean interested(TenderId tender, Optional<String> uscc, String certificate) {
        Set<String> panel = record.evaluators(tender);
        return panel.contains(certificate)
                || record.bids(tender).values().stream()
                        .anyMatch(it -> uscc.filter(it.uscc().value()::equals).isPresent());
    }

    /** Takes the award back, in the caller's transaction, behind the entry of the decision. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reopen(LotId lot, int rework) {
        var award = awards.locked(lot).orElseThrow(AwardRefusal.NOT_FOUND::refused);
        awards.save(award.reopen(rework, clock.now()));
        progress.move(lot, Stage.EVALUATING);
        var standing = record.standing(award.file().tender());
        if (!standing.isEmpty()) {
            var body = CanonicalJson.object().put("rework", rework);
            var list = body.putArray("entries");
            standing.forEach(it -> list.addObject().put("n", it.n()).put("hash", it.hash()));
            chain.record(award.file().tender(), "award/withdrawn", body);
        }
    }

    private static boolean reopens(Award award) {
        return !(award instanceof Award.Noticed
                || award instanceof Award.Undecided
                || award instanceof Award.Reworking);
    }
}
