package cn.qifeng.trading.succession.domain;

import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;

/**
 * What a trustee signs when its key is lost (密钥遗失声明书): {@code key-lost}.
 *
 * @param set id of the key set that holds the key, hex
 */
public record Declaration(String set, KeyLoss.Cause cause, String reason) {

    /** Longest reason, in characters. */
    public static final int REASON_MAX = 500;

    /** Reads a signed declaration about this lot; refuses with {@link SuccessionRefusal#STATEMENT} another document. */
    public static Declaration from(PublishedLot lot, Statement statement) {
        var fields = Fields.of(statement.doc()).type("key-lost");
        fields.exactly("type", "v", "tender", "seen", "lot", "set", "cause", "reason");
        requireSame("tender", fields.text("tender"), lot.tender().toString());
        requireSame("lot", fields.text("lot"), lot.lot().toString());
        var cause = fields.text("cause");
        for (KeyLoss.Cause known : KeyLoss.Cause.values()) {
            if (known.name().equals(cause)) {
                return new Declaration(fields.text("set"), known, reason(fields.text("reason")));
            }
        }
        throw SuccessionRefusal.STATEMENT.at("cause", cause, "LOST, OFFICE_ENDED");
    }

    /** The reason; refuses an empty one and one of more than {@value #REASON_MAX} characters. */
    public static String reason(String given) {
        if (given == null || given.isBlank() || given.length() > REASON_MAX) {
            throw SuccessionRefusal.STATEMENT.at("reason", given == null ? 0 : given.length(), "1…" + REASON_MAX);
        }
        return given;
    }

    private static void requireSame(String field, String seen, String expected) {
        if (!seen.equals(expected)) {
            throw SuccessionRefusal.STATEMENT.at(field, seen, expected);
        }
    }
}
