package cn.qifeng.trading.bidding.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What was refused in a lot, and who looked for its bids (留痕), as far as it may be seen now.
 *
 * @param named whether the names of the bidders are on record, so that nothing is left out any more
 */
public record ShownTraces(boolean named, List<Refusal> refusals, List<Look> looks) {

    /**
     * A seal that was refused.
     *
     * @param at legal time of its last byte
     * @param code of the refusal
     * @param law basis of the refusal; may be {@code null}
     * @param uscc unified social credit code of who handed it in; {@code null} until the names are on record
     * @param signed the signed refusal, {@code {doc, sig}}; {@code null} until the names are on record
     */
    public record Refusal(String at, String code, String law, String uscc, ObjectNode signed) {}

    /**
     * Somebody asked who bids, or how many.
     *
     * @param what {@code list}, {@code count} or {@code traces}
     * @param person subject of the token, or {@code anonymous}; {@code null} for a bidder until the names are on record
     * @param address network address; {@code null} like the person
     */
    public record Look(String at, String what, List<String> roles, String person, String address) {}
}
