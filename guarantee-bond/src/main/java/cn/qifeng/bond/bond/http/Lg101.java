package cn.qifeng.bond.bond.http;

import cn.qifeng.bond.bond.domain.Application;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Data of {@code LG101}, the application as issuers know it; amounts in yuan with two decimals. */
final class Lg101 {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));

    private Lg101() {}

    static ObjectNode of(Application application) {
        var lot = application.lot();
        return CanonicalJson.object()
                .put("applicationId", application.id().toString())
                .put("postponed", "0")
                .put("productOne", application.form().name())
                .put("projectName", lot.projectName())
                .put("projectNumber", lot.tender().toString())
                .put("bidName", lot.lotName())
                .put("bidNum", lot.lotCode())
                .put("bidSectionId", lot.lot().toString())
                .put("tenderDocEndDate", time(lot.bidDeadline()))
                .put("guaranteeAmt", application.amount().yuan().toPlainString())
                .put("termStartDate", time(application.effectiveAt()))
                .put("termEndDate", time(application.expireAt()))
                .put("companyName", application.applicant().name())
                .put("socialCreditCode", application.applicant().uscc().value())
                .put("beneficiaryName", lot.procuringEntity().name())
                .put("beneficiaryCreditCode", lot.procuringEntity().uscc().value())
                .put("agentName", lot.agency().name());
    }

    private static String time(Instant moment) {
        return TIME.format(moment);
    }
}
