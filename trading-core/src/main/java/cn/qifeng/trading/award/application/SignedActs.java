package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.EntryRef;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.application.Signers;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Statements about one lot (签名声明): the document to sign, and the checks when it comes back signed. */
@ApplicationScoped
public class SignedActs {

    private final Chain chain;
    private final Signers signers;
    private final Directory directory;

    SignedActs(Chain chain, Signers signers, Directory directory) {
        this.chain = chain;
        this.signers = signers;
        this.directory = directory;
    }

    /** Who signed what: fields of the doc, id of the certificate, the person and its organisation. */
    public record Act(Fields doc, String certificate, PersonId person, Optional<PartyId> party) {}

    /** The frame of a doc about a lot, with the head of the tender's chain as {@code seen}. */
    @Transactional
    public ObjectNode frame(String type, TenderId tender, LotId lot) {
        var doc = CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("tender", tender.toString())
                .put("lot", lot.toString());
        var head = chain.head(tender);
        doc.putObject("seen")
                .put("n", head.map(EntryRef::n).orElse(0L))
                .put("hash", head.map(EntryRef::hash).orElse("0".repeat(64)));
        return doc;
    }

    /**
     * Checks type, tender, lot, the chain that was seen, the signature, and that the person who is logged in signed;
     * {@code fields} are the doc's own fields beside the frame.
     */
    @Transactional
    public Act check(Statement statement, String type, TenderId tender, LotId lot, PersonId caller, String... fields) {
        var doc = Fields.of(statement.doc()).type(type);
        doc.exactly(frameAnd(fields));
        same("tender", doc.text("tender"), tender);
        same("lot", doc.text("lot"), lot);
        chain.requireSeen(tender, statement.doc());
        var certificate = signers.bound(statement);
        if (!certificate.person().equals(caller)) {
            throw new Refused(AwardRefusal.BAD_STATEMENT, Facts.field("sig", certificate.person(), caller));
        }
        return new Act(doc, certificate.id(), caller, directory.person(caller).party());
    }

    private static String[] frameAnd(String... fields) {
        var all = new String[fields.length + 5];
        System.arraycopy(new String[] {"type", "v", "tender", "lot", "seen"}, 0, all, 0, 5);
        System.arraycopy(fields, 0, all, 5, fields.length);
        return all;
    }

    private static void same(String field, String seen, Object expected) {
        if (!seen.equals(expected.toString())) {
            throw new Refused(AwardRefusal.BAD_STATEMENT, Facts.field(field, seen, expected));
        }
    }
}
