package cn.qifeng.evaluation.scoring.domain;

/** A revealed sheet with the labels under which its member saw the bids (已揭示的评分). */
public record MemberSheet(String member, Labels labels, Sheet sheet) {

    /** What this member gave a bid. */
    public BidPoints of(String bidId) {
        return sheet.of(labels.of(bidId));
    }
}
