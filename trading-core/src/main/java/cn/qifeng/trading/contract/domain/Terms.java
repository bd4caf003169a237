package cn.qifeng.trading.contract.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Terms of a contract (合同条款) that bid and award fix.
 *
 * @param contractNo number given by the procuring entity, at most 64 characters
 * @param amount contract price; the bid price and nothing else
 * @param durationDays duration, calendar days; that of the bid
 * @param signedOn day of signature
 */
public record Terms(String contractNo, Fen amount, int durationDays, LocalDate signedOn) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int NUMBER_MAX = 64;

    /**
     * Checks them against what was awarded (招标投标法 §46: no other agreement against bid and tender document).
     *
     * @param bidPrice price of the winning bid
     * @param bidDurationDays duration of the winning bid
     * @param noticedAt when the award notice was issued
     */
    public void check(Fen bidPrice, int bidDurationDays, Instant noticedAt, Instant now) {
        if (contractNo == null || contractNo.isBlank() || contractNo.length() > NUMBER_MAX) {
            throw new Refused(ContractRefusal.NUMBER, Facts.field("contractNo", contractNo, "1.." + NUMBER_MAX));
        }
        if (!amount.equals(bidPrice)) {
            throw new Refused(ContractRefusal.TERMS_DIFFER, Facts.field("amountFen", amount.value(), bidPrice.value()));
        }
        if (durationDays != bidDurationDays) {
            throw new Refused(ContractRefusal.TERMS_DIFFER, Facts.field("durationDays", durationDays, bidDurationDays));
        }
        var earliest = noticedAt.atZone(ZONE).toLocalDate();
        var latest = now.atZone(ZONE).toLocalDate();
        if (signedOn.isBefore(earliest) || signedOn.isAfter(latest)) {
            throw new Refused(ContractRefusal.SIGNED_ON, Facts.field("signedOn", signedOn, earliest + ".." + latest));
        }
    }

    /** Days between award notice and signature that the law does not allow any more; 0 when in time. */
    public long daysLate(Instant noticedAt, int daysMax) {
        var last = noticedAt.atZone(ZONE).toLocalDate().plusDays(daysMax);
        return Math.max(0, signedOn.toEpochDay() - last.toEpochDay());
    }
}
