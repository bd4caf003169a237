package cn.qifeng.trading.award.domain;

/**
 * Ballot (选票) of one member in one round.
 *
 * @param member id of the member's certificate, hex
 * @param commit commitment, hex
 * @param choice the finalist chosen, {@code null} until revealed
 * @param reason reason given, {@code null} until revealed
 */
public record Ballot(String member, String commit, BidRef choice, String reason) {

    /** A ballot that is committed and not yet open. */
    public static Ballot committed(String member, String commit) {
        return new Ballot(member, commit, null, null);
    }

    /** The same ballot, open. */
    public Ballot revealed(BidRef chosen, String because) {
        return new Ballot(member, commit, chosen, because);
    }

    /** Whether its choice is known. */
    public boolean open() {
        return choice != null;
    }
}
