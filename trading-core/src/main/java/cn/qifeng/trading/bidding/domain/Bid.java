package cn.qifeng.trading.bidding.domain;

import cn.qifeng.trust.sign.Statement;

/**
 * One sealed bid (投标) of one lot.
 *
 * <p>A bidder has at most one live bid in a lot; a replacement and a withdrawal leave the former one behind with the
 * reason. A held one leaves the former one live: it replaces nothing unless it is admitted.
 */
public sealed interface Bid {

    /** What was sealed. */
    Sealing sealing();

    /** The state as it stands in the bid list. */
    State state();

    /** States of a bid, as the bid list writes them (docs/evidence.md section 9). */
    enum State {
        /** Will be opened (有效). */
        LIVE,
        /** A later envelope took its place (已替换). */
        REPLACED,
        /** Withdrawn before the deadline (撤回). */
        WITHDRAWN,
        /** Waits for a decision (待核). */
        HELD
    }

    /** Hash of what took its place or away, hex; {@code null} while it stands. */
    default String because() {
        return null;
    }

    /** The last receipt that the bidder holds for it. */
    default SignedReceipt lastReceipt() {
        return sealing().receipt();
    }

    /** Will be opened (有效). */
    record Live(Sealing sealing) implements Bid, Standing {
        @Override
        public State state() {
            return State.LIVE;
        }
    }

    /** Waits for a decision, because its stamp straddles the deadline (待核). */
    record Held(Sealing sealing) implements Bid, Standing {
        @Override
        public State state() {
            return State.HELD;
        }
    }

    /** A later envelope of the same bidder took its place (已替换). */
    record Replaced(Sealing sealing, String successor) implements Bid {
        @Override
        public String because() {
            return successor;
        }

        @Override
        public State state() {
            return State.REPLACED;
        }
    }

    /** Withdrawn before the deadline (撤回) by a signed statement, which has a receipt of its own. */
    record Withdrawn(Sealing sealing, Statement statement, SignedReceipt lastReceipt) implements Bid {
        @Override
        public String because() {
            return statement.hashHex();
        }

        @Override
        public State state() {
            return State.WITHDRAWN;
        }
    }

    /** A bid that still counts, and can therefore be replaced or withdrawn before the deadline. */
    sealed interface Standing permits Live, Held {

        /** What was sealed. */
        Sealing sealing();

        /** A later envelope, {@code successor} the SM3 of its header in hex, takes its place. */
        default Replaced replacedBy(String successor) {
            return new Replaced(sealing(), successor);
        }

        /** The bidder takes it back by a signed statement, and gets a receipt for that. */
        default Withdrawn withdrawnBy(Statement statement, SignedReceipt receipt) {
            return new Withdrawn(sealing(), statement, receipt);
        }
    }
}
