package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks what a member signed (电子签名) against what was to be signed: the signature is by the certificate of the
 * seat, {@code seen} names an entry, and every other field that the server gave is unchanged.
 */
public final class SignedStatements {

    private SignedStatements() {}

    /**
     * Reads and verifies a statement.
     *
     * @param json {@code {"doc","sig"}}
     * @param template the doc as {@code to-sign} gave it, without {@code seen}
     * @param own fields that the member's client adds
     * @param member certificate id of the seat
     */
    public static Statement verified(JsonNode json, ObjectNode template, Set<String> own, String member) {
        var statement = Statement.from(json);
        var withSeen = new TreeSet<>(own);
        withSeen.add("seen");
        checkTemplate(statement.doc(), template, withSeen);
        var seen = Fields.of(statement.doc()).object("seen").exactly("n", "hash");
        seen.integer("n", 0, CanonicalJson.INTEGER_MAX);
        seen.hex("hash", 32);
        requireSigner(statement, member);
        return statement;
    }

    /** The same by somebody who knows no chain, and may not learn whose it is: a doc without {@code seen}. */
    public static Statement verifiedUnseen(JsonNode json, ObjectNode template, Set<String> own, String certificate) {
        var statement = Statement.from(json);
        checkTemplate(statement.doc(), template, own);
        requireSigner(statement, certificate);
        return statement;
    }

    private static void requireSigner(Statement statement, String certificate) {
        var signer = statement.verify().certificateId();
        if (!signer.equals(certificate)) {
            throw PanelRefusal.BAD_SIGNATURE.with(
                    Facts.field("sig", signer, certificate).map());
        }
    }

    /**
     * The same by a supervisor, who belongs to none of those supervised: procuring entity, agency, bidders, panel. The
     * auditors refuse such a signature, so that a session with one could never be proved.
     */
    public static Statement bySupervisor(
            JsonNode json, EvaluationSession session, ObjectNode template, Set<String> own, String certificate) {
        var statement = verified(json, template, own, certificate);
        var uscc = statement.verify().subject().uscc();
        var order = session.order();
        boolean supervised = uscc != null
                && (order.isHost(uscc)
                        || order.bids().stream().anyMatch(it -> it.uscc().equals(uscc)));
        if (supervised
                || session.panel().seats().stream().anyMatch(it -> it.member().equals(certificate))) {
            throw PanelRefusal.BAD_SIGNATURE.with(Facts.field("sig.uscc", uscc, "neither host, bidder nor member")
                    .map());
        }
        return statement;
    }

    /** The statement as it goes into entries and rows. */
    public static String text(Statement statement) {
        return new String(CanonicalJson.encode(statement.toJson()), StandardCharsets.UTF_8);
    }

    private static void checkTemplate(ObjectNode doc, ObjectNode template, Set<String> own) {
        var names = new TreeSet<String>(own);
        template.fieldNames().forEachRemaining(names::add);
        Fields.of(doc).exactly(names.toArray(String[]::new));
        template.fields().forEachRemaining(expected -> {
            var seen = doc.get(expected.getKey());
            if (!expected.getValue().equals(seen)) {
                throw PanelRefusal.STATEMENT_DIFFERS.with(
                        Facts.field("doc." + expected.getKey(), seen, expected.getValue())
                                .map());
            }
        });
    }
}
