package cn.qifeng.evaluation.scoring.web;

/** A bid under the member's own label; everything but the label is {@code null} until prices are open. */
record LabelledBid(String label, String bidId, String name, Long priceFen, Integer durationDays, Boolean valid) {

    static LabelledBid blind(String label) {
        return new LabelledBid(label, null, null, null, null, null);
    }
}
