package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.Verdict;
import java.time.Instant;
import java.util.Objects;

/**
 * Bid bond (投标保函) of one bidder in one lot.
 *
 * <p>Each state is a type and owns its exits. Before the opening only its applicant can see it.
 */
public sealed interface Bond {

    /** What was applied for. */
    Application application();

    /** Its id. */
    default BondId id() {
        return application().id();
    }

    /** Sent to the issuer (已申请). */
    record Applied(Application application) implements Bond {

        /** The issuer signed. */
        public Issued issue(SignedBond document, Instant now) {
            return new Issued(application, document, now);
        }

        /** The issuer declined (拒保). */
        public Declined decline(String reason, Instant now) {
            return new Declined(application, reason, now);
        }
    }

    /** The issuer does not guarantee for this applicant (未通过). */
    record Declined(Application application, String reason, Instant declinedAt) implements Bond {}

    /** A state in which the issuer's document exists. */
    sealed interface WithDocument extends Bond {

        /** The signed bond. */
        SignedBond document();
    }

    /** Issued and under seal until the opening (已出函、密封). */
    record Issued(Application application, SignedBond document, Instant issuedAt) implements WithDocument {

        /** At the opening: its bidder bid, and the document was verified. */
        public Bond open(Verdict verdict, Instant now) {
            if (verdict instanceof Verdict.Passed) {
                return new Valid(application, document, now);
            }
            if (verdict instanceof Verdict.Failed failed) {
                return new Invalid(application, document, failed.reason(), failed.clause(), now);
            }
            throw new IllegalStateException("verification must decide: " + verdict);
        }

        /** At the opening: its applicant did not bid; nobody learns of it (未使用). */
        public Unused lapse(Instant now) {
            return new Unused(application, document, now);
        }
    }

    /** A state that procuring entity, agency and evaluators may see. */
    sealed interface Opened extends WithDocument {

        /** Given back: the guarantee ends (保函释放, 实施条例 §57). */
        default Released release(String reason, Instant now) {
            return new Released(application(), document(), reason, now);
        }
    }

    /** Opened and good (有效). */
    record Valid(Application application, SignedBond document, Instant openedAt) implements Opened {}

    /** Opened and not good enough (无效, 实施条例 §26). */
    record Invalid(Application application, SignedBond document, String reason, String clause, Instant openedAt)
            implements Opened {

        public Invalid {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Issued for a bid that never came (未使用). */
    record Unused(Application application, SignedBond document, Instant lapsedAt) implements WithDocument {}

    /** Given back (已释放). */
    record Released(Application application, SignedBond document, String reason, Instant releasedAt)
            implements WithDocument {}
}
