package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;

/** Compares what a person signed with what it should say. */
final class Statements {

    private static final int REASON_MAX = 500;

    private Statements() {}

    /** Refuses with {@link OpeningRefusal#STATEMENT} when a field says something else. */
    static void requireSame(String field, Object seen, Object expected) {
        if (!String.valueOf(seen).equals(String.valueOf(expected))) {
            throw OpeningRefusal.STATEMENT.with(
                    Facts.field(field, seen, expected).map());
        }
    }

    /** The reason that a person gives for a decision; refuses an empty one and one of more than 500 characters. */
    static String reason(Fields fields) {
        var reason = fields.text("reason");
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw OpeningRefusal.STATEMENT.with(
                    Facts.field("reason", reason.length(), "1…" + REASON_MAX).map());
        }
        return reason;
    }

    /** The fields of a doc of this type about this lot; refuses others and further fields. */
    static Fields about(PublishedLot lot, Statement statement, String type, String... more) {
        var names = new String[more.length + 5];
        System.arraycopy(new String[] {"type", "v", "tender", "seen", "lot"}, 0, names, 0, 5);
        System.arraycopy(more, 0, names, 5, more.length);
        var fields = Fields.of(statement.doc()).type(type).exactly(names);
        requireSame("tender", fields.text("tender"), lot.tender());
        requireSame("lot", fields.text("lot"), lot.lot());
        return fields;
    }
}
