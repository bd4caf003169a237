package cn.qifeng.bond.issuer.domain;

import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Text of an electronic bond (电子保函): an independent guarantee on first demand that names documents and a largest
 * amount, as 独立保函规定 §3 asks for, irrevocable (§4) and transferable to nobody.
 */
public final class ElectronicBond {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String RULES = "最高人民法院关于审理独立保函纠纷案件若干问题的规定（法释〔2016〕24号，2020年修正）";
    private static final String ON_DEMAND =
            "我方在收到受益人在本保函有效期内提交的、载明申请人违约事实的书面索赔通知及本保函后，无条件、不可撤销地在最高金额内见索即付，" + "不要求受益人证明其索赔的原因，不受基础交易与申请关系的影响。";

    private ElectronicBond() {}

    /** The document for one application in the words of LG101. */
    public static ObjectNode of(Fields application, String bondNo, Subject issuer, Instant now) {
        long amountFen = new BigDecimal(application.text("guaranteeAmt"))
                .movePointRight(2)
                .longValueExact();
        var doc = CanonicalJson.object()
                .put("type", "electronic-bond")
                .put("v", 1)
                .put("bondNo", bondNo)
                .put("applicationId", application.text("applicationId"))
                .put("form", application.text("productOne"))
                .put("tender", application.text("projectNumber"))
                .put("lot", application.text("bidSectionId"))
                .put("lotCode", application.text("bidNum"))
                .put("lotName", application.text("bidName"))
                .put("projectName", application.text("projectName"))
                .put("amountFen", amountFen)
                .put("maxAmountFen", amountFen)
                .put("issuedAt", Moments.format(now))
                .put("effectiveAt", moment(application.text("termStartDate")))
                .put("expireAt", moment(application.text("termEndDate")))
                .put("independent", true)
                .put("irrevocable", true)
                .put("onDemand", ON_DEMAND)
                .put("rules", RULES);
        doc.set("applicant", organisation(application.text("companyName"), application.text("socialCreditCode")));
        doc.set(
                "beneficiary",
                organisation(application.text("beneficiaryName"), application.text("beneficiaryCreditCode")));
        doc.set("issuer", organisation(issuer.organisation(), issuer.uscc()));
        doc.putArray("claimDocuments").add("书面索赔通知").add("保函编号及保函哈希");
        return doc;
    }

    private static ObjectNode organisation(String name, String uscc) {
        return CanonicalJson.object().put("name", name).put("uscc", uscc);
    }

    private static String moment(String text) {
        return Moments.format(LocalDateTime.parse(text, TIME).atZone(ZONE).toInstant());
    }
}
