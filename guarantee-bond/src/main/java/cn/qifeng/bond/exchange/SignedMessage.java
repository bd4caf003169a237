package cn.qifeng.bond.exchange;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.Signatures;
import cn.qifeng.trust.sign.Signed;
import cn.qifeng.trust.sign.SigningKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;

/**
 * A signed message (签名报文) of the bond interface: transaction code, time, sender, order number, data, and a QS1
 * signature over the canonical message without {@code sign}. The order number is what makes a repetition harmless.
 */
public record SignedMessage(ObjectNode content, String sign) {

    /** Pushes an application to the issuer (开函申请推送). */
    public static final String APPLY = "LG101";
    /** The issuer tells that it has decided (开函结果通知); names the application and nothing else. */
    public static final String DECIDED = "LG102";
    /** Fetches the issuer's decision (开函结果查询). */
    public static final String FETCH = "LG103";

    private static final int AGE_SECONDS_MAX = 600;

    /** Signs a message. */
    public static SignedMessage of(
            String transactionCode,
            Instant requestTime,
            String source,
            String orderNo,
            ObjectNode data,
            SigningKey key) {
        var content = CanonicalJson.object()
                .put("transactionCode", transactionCode)
                .put("requestTime", Moments.format(requestTime))
                .put("source", source)
                .put("orderNo", orderNo);
        content.set("data", data);
        return new SignedMessage(content, Base64.getEncoder().encodeToString(key.sign(CanonicalJson.encode(content))));
    }

    /** Reads a message; refuses other fields. The signature is not verified yet. */
    public static SignedMessage from(JsonNode json) {
        var fields = Fields.of(json).exactly("transactionCode", "requestTime", "source", "orderNo", "data", "sign");
        var content = fields.doc().deepCopy();
        content.remove("sign");
        return new SignedMessage(content, fields.text("sign"));
    }

    /** The message with its signature. */
    public ObjectNode toJson() {
        return content.deepCopy().put("sign", sign);
    }

    /** Who signed it; refuses with {@code trust/bad-signature}, and messages more than ten minutes off. */
    public Signed verify(Instant machineNow) {
        var signed = Signatures.verify(CanonicalJson.encode(content), Fields.base64("sign", sign, Signatures.SIZE_MAX));
        var sent = Fields.of(content).moment("requestTime");
        if (Math.abs(machineNow.getEpochSecond() - sent.getEpochSecond()) > AGE_SECONDS_MAX) {
            throw TrustRefusal.BAD_FIELD.at("requestTime", sent, machineNow);
        }
        return signed;
    }

    /** What it asks for. */
    public String transactionCode() {
        return Fields.of(content).text("transactionCode");
    }

    /** Its order number. */
    public String orderNo() {
        return Fields.of(content).text("orderNo");
    }

    /** Its data. */
    public Fields data() {
        return Fields.of(content).object("data");
    }
}
