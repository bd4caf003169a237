package cn.qifeng.trading.succession.application;

import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.succession.domain.KeyLoss;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The keys of a lot that their holders declared lost (已声明遗失的密钥), as the chain tells. */
@ApplicationScoped
public class KeyLosses {

    private final Chain chain;

    KeyLosses(Chain chain) {
        this.chain = chain;
    }

    /** In the order in which they were declared. */
    public List<KeyLoss> of(PublishedLot lot) {
        return chain.entries(lot.tender()).stream()
                .filter(entry -> entry.type().equals("lot/key-lost"))
                .map(KeyLosses::read)
                .toList();
    }

    /** Whether this key of this set was declared lost. */
    public boolean lost(PublishedLot lot, String set, String member) {
        return of(lot).stream()
                .anyMatch(loss -> loss.set().equals(set) && loss.member().equals(member));
    }

    private static KeyLoss read(RecordedEntry entry) {
        var statement = Statement.from(entry.body().get("statement"));
        var doc = Fields.of(statement.doc());
        return new KeyLoss(
                doc.text("set"),
                statement.verify().certificateId(),
                KeyLoss.Cause.valueOf(doc.text("cause")),
                doc.text("reason"),
                Fields.of(entry.head()).moment("at"));
    }
}
