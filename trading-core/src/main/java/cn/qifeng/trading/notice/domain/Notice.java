package cn.qifeng.trading.notice.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A notice after publication (公示、公告). It says what one entry of the tender's chain says and nothing else, so that
 * whoever checks the chain has checked the notice.
 */
public sealed interface Notice {

    /** The entry that it stands on. */
    Entry entry();

    /** End of the publicity, if it has one: the first moment after its last day. */
    default Optional<Instant> until() {
        return Optional.empty();
    }

    /** File that belongs to it, by SM3 in hex. */
    default Optional<String> document() {
        return Optional.empty();
    }

    /** Kind in lower case, as addresses carry it. */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * An entry.
     *
     * @param n number in the tender's chain
     * @param at legal time
     * @param contentHash hex
     */
    record Entry(long n, Instant at, String contentHash) {}

    /**
     * A bid as it was opened.
     *
     * @param bidId id of the envelope, hex
     * @param status {@code OPENED}, {@code INVALID}, {@code REVOKED} or {@code DEEMED_WITHDRAWN}
     * @param finding why it could not be opened, or {@code null}; then there is no {@code offer}
     */
    record Bid(String bidId, String name, String uscc, Offer offer, String status, String finding) {}

    /**
     * What a bid offers.
     *
     * @param priceFen price in fen
     * @param durationDays calendar days
     * @param securityForm {@code BOND} or {@code CASH}
     * @param securityFen amount of the security in fen
     */
    record Offer(
            long priceFen,
            int durationDays,
            String quality,
            String projectLeader,
            String securityForm,
            long securityFen) {}

    /** An objection at the opening and its answer, {@code null} while there is none. */
    record Objection(Instant at, String text, String answer) {}

    /** A bid that the evaluation committee rejected (否决), with the code of 实施条例 §51 and its reason. */
    record Rejection(Bid bid, String code, String reason) {}

    /** Votes for one finalist in one round. */
    record Votes(Bid bid, int round, int count) {}

    /** Opening record (开标记录), published to the public by 电子招标投标办法 §32; bids in the order of the list. */
    record Opening(
            Entry entry, Instant openedAt, String coefficient, List<Bid> bids, List<Objection> objections, String sm3)
            implements Notice {

        public Opening {
            bids = List.copyOf(bids);
            objections = List.copyOf(objections);
        }

        @Override
        public Optional<String> document() {
            return Optional.of(sm3);
        }
    }

    /** The lot has failed (流标公告). */
    record Failed(Entry entry, Reason reason, int count) implements Notice {

        /** Why a lot fails (流标原因). */
        public enum Reason {
            /** Fewer than three bids at the deadline (招标投标法 §28). */
            FEWER_THAN_THREE,
            /** Trustees or witnesses were missing, and the supervisor ended the lot. */
            SUSPENDED,
            /** The bid list was not taken in time, and the supervisor ended the lot. */
            LIST_OVERDUE,
            /** A receipt was missing from the list, and procuring entity and supervisor ended the lot. */
            RECEIPT_MISSING,
            /** A seal came in time and was not recorded, and procuring entity and supervisor ended the lot. */
            NOT_RECORDED,
            /** All bids were rejected (招标投标法 §42). */
            ALL_REJECTED,
            /** The award committee found no majority. */
            NO_MAJORITY,
            /** Every ranked candidate was passed over (实施条例 §55). */
            NO_CANDIDATE
        }
    }

    /**
     * Finalists (定标候选人公示, 实施条例 §54), unranked, in the order of the bid list, or candidates (中标候选人公示) by rank.
     *
     * @param opened bids that were opened
     */
    record Finalists(Entry entry, Instant to, List<Bid> finalists, int opened, List<Rejection> rejected)
            implements Notice {

        public Finalists {
            finalists = List.copyOf(finalists);
            rejected = List.copyOf(rejected);
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(to);
        }
    }

    /** Ranked candidates that were passed over so far (中标候选人递补公告, 实施条例 §55); of the last one is the entry. */
    record Passed(Entry entry, List<PassedBid> passed) implements Notice {

        public Passed {
            passed = List.copyOf(passed);
        }
    }

    /** A candidate that was passed over, with the cause of 实施条例 §55 and its reason. */
    record PassedBid(Bid bid, String cause, String reason) {}

    /**
     * What was published no longer stands, because the evaluation is reviewed once more (撤回公示公告).
     *
     * @param rework number of the re-review
     * @param finalists who was public as a finalist until then
     */
    record Withdrawn(Entry entry, int rework, List<Bid> finalists) implements Notice {

        public Withdrawn {
            finalists = List.copyOf(finalists);
        }
    }

    /** Who was chosen, before the winner is fixed (定标结果公示). */
    record Result(Entry entry, Instant to, Bid winner, List<Votes> votes) implements Notice {

        public Result {
            votes = List.copyOf(votes);
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(to);
        }
    }

    /** The notice of award is issued (中标结果公告, 招标投标法 §45); {@code sm3} of the notice (中标通知书). */
    record Award(Entry entry, Bid winner, long amountFen, String sm3) implements Notice {

        @Override
        public Optional<String> document() {
            return Optional.of(sm3);
        }
    }

    /** The contract is recorded (合同公告). */
    record Contract(Entry entry, String contractNo, Bid winner, long amountFen, LocalDate signedOn) implements Notice {}
}
