package cn.qifeng.trading.notice.web;

import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.Fen;
import cn.qifeng.trading.notice.domain.Notice;
import cn.qifeng.trading.notice.domain.Notice.Bid;
import cn.qifeng.trading.tender.domain.PublishedLot;
import java.util.List;

/**
 * A notice after publication as its page shows it.
 *
 * @param amount amount that binds, or empty
 * @param winner bid of the winner, or {@code null}
 * @param bids bids or finalists in the order of the list
 * @param notice what the chain says, for what is shown as it is
 */
record FurtherView(
        PublishedLot lot,
        String kind,
        String title,
        String stage,
        String at,
        String until,
        boolean running,
        String openedAt,
        String amount,
        String amountWords,
        BidLine winner,
        List<BidLine> bids,
        List<VoteLine> votes,
        List<ObjectionLine> objections,
        NoticeView.Download file,
        List<NoticeView.Further> others,
        Notice notice) {

    /** The words that tell how many were opened, rejected and recommended. */
    public String summary() {
        return lot.award().byRank() ? "evaluationTextRanked" : "evaluationText";
    }

    /** One bid of a table. */
    record BidLine(
            int number,
            String name,
            String uscc,
            boolean opened,
            String shut,
            String price,
            String priceWords,
            int durationDays,
            String quality,
            String leader,
            String security) {

        static BidLine of(int number, Bid bid, Words words) {
            var offer = bid.offer();
            if (offer == null) {
                return new BidLine(
                        number,
                        bid.name(),
                        bid.uscc(),
                        false,
                        words.name("shut", bid.status(), bid.finding()),
                        "—",
                        "",
                        0,
                        "—",
                        "—",
                        "—");
            }
            return new BidLine(
                    number,
                    bid.name(),
                    bid.uscc(),
                    true,
                    "",
                    NoticeView.yuan(offer.priceFen()),
                    ChineseCapitals.of(new Fen(offer.priceFen())),
                    offer.durationDays(),
                    offer.quality(),
                    offer.projectLeader(),
                    words.name("security", offer.securityForm()) + " " + NoticeView.yuan(offer.securityFen()));
        }
    }

    /** Votes for one finalist in one round. */
    record VoteLine(int round, String name, int count) {}

    /** An objection at the opening with its answer. */
    record ObjectionLine(String at, String text, String answer) {}

    static FurtherView of(NoticeView.Source source, Notice notice, Words words) {
        long amount = amount(notice);
        return new FurtherView(
                source.lot(),
                notice.kind(),
                NoticeView.title(source.lot(), notice, words),
                words.name("stage", source.lot().stage()),
                ChinaTime.full(notice.entry().at()),
                notice.until().map(ChinaTime::until).orElse(""),
                notice.until().filter(source.now()::isBefore).isPresent(),
                notice instanceof Notice.Opening it ? ChinaTime.full(it.openedAt()) : "",
                amount == 0 ? "" : NoticeView.yuan(amount),
                amount == 0 ? "" : ChineseCapitals.of(new Fen(amount)),
                winner(notice, words),
                lines(notice, words),
                votes(notice),
                objections(notice),
                notice.document().flatMap(source::document).orElse(null),
                NoticeView.further(source, words),
                notice);
    }

    private static long amount(Notice notice) {
        if (notice instanceof Notice.Award it) {
            return it.amountFen();
        }
        if (notice instanceof Notice.Contract it) {
            return it.amountFen();
        }
        return notice instanceof Notice.Result it ? it.winner().offer().priceFen() : 0;
    }

    private static BidLine winner(Notice notice, Words words) {
        if (notice instanceof Notice.Result it) {
            return BidLine.of(1, it.winner(), words);
        }
        if (notice instanceof Notice.Award it) {
            return BidLine.of(1, it.winner(), words);
        }
        return notice instanceof Notice.Contract it ? BidLine.of(1, it.winner(), words) : null;
    }

    private static List<BidLine> lines(Notice notice, Words words) {
        if (notice instanceof Notice.Opening it) {
            return lines(it.bids(), words);
        }
        if (notice instanceof Notice.Withdrawn it) {
            return lines(it.finalists(), words);
        }
        return notice instanceof Notice.Finalists it ? lines(it.finalists(), words) : List.of();
    }

    private static List<BidLine> lines(List<Bid> bids, Words words) {
        return bids.stream()
                .map(it -> BidLine.of(bids.indexOf(it) + 1, it, words))
                .toList();
    }

    private static List<VoteLine> votes(Notice notice) {
        if (!(notice instanceof Notice.Result result)) {
            return List.of();
        }
        return result.votes().stream()
                .map(it -> new VoteLine(it.round(), it.bid().name(), it.count()))
                .toList();
    }

    private static List<ObjectionLine> objections(Notice notice) {
        if (!(notice instanceof Notice.Opening opening)) {
            return List.of();
        }
        return opening.objections().stream()
                .map(it ->
                        new ObjectionLine(ChinaTime.full(it.at()), it.text(), it.answer() == null ? "—" : it.answer()))
                .toList();
    }
}
