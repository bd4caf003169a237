package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.scoring.domain.BidJudgements;
import cn.qifeng.evaluation.scoring.domain.RevealedJudgements;
import cn.qifeng.evaluation.scoring.domain.ScreeningSheet;
import cn.qifeng.evaluation.scoring.domain.Sheets;
import cn.qifeng.evaluation.scoring.domain.StoredSheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the sheets of the preliminary review once all of them are open (读取初步评审意见). */
@ApplicationScoped
public class ReadJudgements {

    private final Sheets sheets;

    ReadJudgements(Sheets sheets) {
        this.sheets = sheets;
    }

    /** What everybody judged; empty while a sheet is sealed, and where nothing is reviewed. */
    @Transactional
    public Optional<RevealedJudgements> of(EvaluationSession session) {
        var byMember = new HashMap<String, Map<String, BidJudgements>>();
        for (Seat seat : session.panel().seated()) {
            var sheet = sheets.of(session.id().toString(), session.screening().round(), seat.member())
                    .flatMap(StoredSheet::sheet);
            if (sheet.isEmpty()) {
                return Optional.empty();
            }
            byMember.put(seat.member(), byBid(session, seat, ScreeningSheet.read(sheet.get())));
        }
        return byMember.isEmpty() ? Optional.empty() : Optional.of(new RevealedJudgements(byMember));
    }

    private static Map<String, BidJudgements> byBid(EvaluationSession session, Seat seat, ScreeningSheet sheet) {
        var labels = ScoringRules.labels(session, seat);
        var byBid = new HashMap<String, BidJudgements>();
        sheet.bids().forEach(it -> byBid.put(labels.bid(it.label()).orElseThrow(), it));
        return byBid;
    }
}
