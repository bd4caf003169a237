package cn.qifeng.bond.bond.web;

import cn.qifeng.bond.bond.domain.Bond;
import cn.qifeng.bond.bond.domain.BondForm;
import cn.qifeng.bond.bond.domain.BondState;
import cn.qifeng.kernel.LotId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/** One bond as its applicant, and after the opening the tender's side, sees it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BondView(
        String id,
        LotId lotId,
        String lotName,
        String applicant,
        String applicantUscc,
        BondForm form,
        long amountFen,
        BondState state,
        String bondNo,
        String bondHash,
        Instant effectiveAt,
        Instant expireAt,
        String reason) {

    static BondView of(Bond bond) {
        var application = bond.application();
        var document = bond instanceof Bond.WithDocument with ? with.document() : null;
        return new BondView(
                bond.id().toString(),
                application.lot().lot(),
                application.lot().lotName(),
                application.applicant().name(),
                application.applicant().uscc().value(),
                application.form(),
                application.amount().value(),
                BondState.of(bond),
                document == null ? null : document.bondNo(),
                document == null ? null : document.sm3(),
                application.effectiveAt(),
                application.expireAt(),
                reason(bond));
    }

    private static String reason(Bond bond) {
        if (bond instanceof Bond.Declined declined) {
            return declined.reason();
        }
        if (bond instanceof Bond.Invalid invalid) {
            return invalid.reason();
        }
        return bond instanceof Bond.Released released ? released.reason() : null;
    }
}
