package cn.qifeng.evaluation.scoring.web;

/**
 * A bid under the member's own label; everything but the label is {@code null} until prices are open, except its id and name
 * where the preliminary review opened them.
 */
record LabelledBid(String label, String bidId, String name, Long priceFen, Integer durationDays, Boolean valid) {

    static LabelledBid named(String label, String bidId, String name, boolean valid) {
        return new LabelledBid(label, bidId, name, null, null, valid);
    }

    static LabelledBid blind(String label) {
        return new LabelledBid(label, null, null, null, null, null);
    }
}
