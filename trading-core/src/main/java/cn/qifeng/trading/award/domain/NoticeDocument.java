package cn.qifeng.trading.award.domain;

import java.time.Instant;

/** Port that writes the notice of award (中标通知书) as an official PDF. */
public interface NoticeDocument {

    /**
     * What the notice says beside the winner.
     *
     * @param number number of the notice
     * @param contractDays days within which the contract must be signed (招标投标法 §46)
     */
    record Facts(
            String number,
            String lotCode,
            String lotName,
            String projectName,
            String procuringEntity,
            String agency,
            Instant issuedAt,
            int contractDays,
            boolean sandbox) {}

    /** The PDF. */
    byte[] write(Facts facts, Finalist winner);
}
