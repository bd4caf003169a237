package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Verification of an opened bond (保函验真): the document against what the published tender asks for. The first
 * difference is the finding. Whether the signature is an accepted issuer's is found out before, by cryptography.
 */
public final class Examination {

    private static final String SECURITY = "招标投标法实施条例 §26";
    private static final String DEMAND = "最高人民法院独立保函规定 §3";

    private Examination() {}

    /**
     * What the document says.
     *
     * @param onDemand whether it promises payment on first demand against named documents
     */
    public record Content(
            UUID lot,
            String applicantUscc,
            String beneficiaryUscc,
            long amountFen,
            Instant effectiveAt,
            Instant expireAt,
            boolean onDemand) {}

    private record Check(boolean holds, String reason, String clause) {}

    /** The finding: {@link Verdict.Passed} or {@link Verdict.Failed}. */
    public static Verdict of(Content content, SecuredLot lot, String bidderUscc) {
        var checks = List.of(
                new Check(content.lot().equals(lot.lot().value()), "bond/foreign-lot", SECURITY),
                new Check(content.applicantUscc().equals(bidderUscc), "bond/foreign-applicant", SECURITY),
                new Check(
                        content.beneficiaryUscc()
                                .equals(lot.procuringEntity().uscc().value()),
                        "bond/foreign-beneficiary",
                        SECURITY),
                new Check(content.amountFen() >= lot.required().value(), "bond/amount-too-low", SECURITY),
                new Check(!content.effectiveAt().isAfter(lot.bidDeadline()), "bond/effective-too-late", SECURITY),
                new Check(!content.expireAt().isBefore(lot.validityEnd()), "bond/expires-too-early", SECURITY),
                new Check(content.onDemand(), "bond/not-independent", DEMAND));
        return checks.stream()
                .filter(check -> !check.holds())
                .findFirst()
                .<Verdict>map(check -> new Verdict.Failed(check.reason(), check.clause()))
                .orElseGet(Verdict::passed);
    }
}
