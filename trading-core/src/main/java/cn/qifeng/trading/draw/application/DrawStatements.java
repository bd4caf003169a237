package cn.qifeng.trading.draw.application;

import static cn.qifeng.trading.draw.domain.DrawRefusal.FOREIGN_STATEMENT;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;

/** What every statement of a draw must fulfil. */
final class DrawStatements {

    private DrawStatements() {}

    /** Id of the signing certificate, after type, tender, draw and the entry last seen were found right. */
    static String signer(Chain chain, Drawing drawing, Statement statement, String type) {
        var fields = Fields.of(statement.doc()).type(type);
        if (!fields.uuid("drawId").equals(drawing.id())
                || !fields.uuid("tender").equals(drawing.tender().value())) {
            throw new Refused(FOREIGN_STATEMENT, Facts.field("drawId", fields.text("drawId"), drawing.id()));
        }
        chain.requireSeen(drawing.tender(), statement.doc());
        return statement.verify().certificateId();
    }
}
