package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Notice and contract: for the winner that was decided, after the publicity, at the price that was opened. */
public final class ContractCheck implements Check {

    @Override
    public String name() {
        return "contract";
    }

    @Override
    public int run(Dossier dossier) {
        return Attempts.each(dossier, ContractCheck::attempt);
    }

    private static int attempt(Dossier dossier) {
        int count = 0;
        for (String type : new String[] {"award/noticed", "contract/recorded"}) {
            for (Dossier.Entry entry : dossier.entries(type)) {
                awarded(dossier, entry);
                if (type.equals("award/noticed")) {
                    notice(dossier, entry);
                } else {
                    contract(dossier, entry);
                }
                count++;
            }
        }
        return count;
    }

    private static void awarded(Dossier dossier, Dossier.Entry entry) {
        var decided = decided(dossier, entry);
        Broken.unless(
                entry.n() > decided.n()
                        && entry.body().path("winner").equals(decided.body().path("winner")),
                entry.object(),
                "not the winner that was decided");
        var price = CorrectedPrice.forContract(dossier)
                .get(entry.body().path("winner").asText());
        Broken.unless(
                price != null && entry.body().path("amountFen").asLong(-1) == price,
                entry.object(),
                "not the price that was opened");
        Broken.unless(
                RankedAward.published(dossier)
                        || !entry.at().isBefore(Shape.moment(decided.body().path("publicity"), "to", decided.object())),
                entry.object(),
                "before the publicity of the result was over");
    }

    /** What fixed the winner: the count of a committee's votes, or what the procuring entity determined last. */
    private static Dossier.Entry decided(Dossier dossier, Dossier.Entry entry) {
        var decided = RankedAward.published(dossier)
                ? Optional.ofNullable(RankedAward.standing(dossier, entry))
                : decidedLast(dossier, entry);
        return decided.orElseThrow(() -> new Broken(entry.object(), "without a decision"));
    }

    /** The count before an entry that no re-review withdrew, else the first of all. */
    private static Optional<Dossier.Entry> decidedLast(Dossier dossier, Dossier.Entry entry) {
        int from = dossier.entries("award/withdrawn").stream()
                .mapToInt(Dossier.Entry::n)
                .filter(withdrawn -> withdrawn < entry.n())
                .max()
                .orElse(0);
        return dossier.entries("award/decided").stream()
                .filter(decided -> decided.n() > from)
                .findFirst();
    }

    private static void notice(Dossier dossier, Dossier.Entry entry) {
        var doc = entry.doc();
        Shape.equal(doc, "type", "award-notice", entry.object(), "not a notice");
        for (String field : new String[] {"sm3", "winner", "amountFen"}) {
            Shape.equal(doc, field, entry.body().path(field), entry.object(), "signed for something else");
        }
        Shape.equal(doc, "winnerUscc", winner(dossier, entry), entry.object(), "names another winner");
        Broken.unless(
                uscc(dossier.signer(entry.body().path("statement"), entry), entry)
                        .equals(entity(dossier)),
                entry.object() + "#statement.sig",
                "not signed by the procuring entity");
    }

    private static void contract(Dossier dossier, Dossier.Entry entry) {
        var signers = new HashSet<String>();
        for (JsonNode statement : entry.body().path("statements")) {
            Shape.equal(statement.path("doc"), "type", "contract", entry.object(), "not a contract");
            for (String field : new String[] {"contractNo", "winner", "amountFen", "signedOn"}) {
                Shape.equal(
                        statement.path("doc"), field, entry.body().path(field), entry.object(), "signed for another");
            }
            signers.add(uscc(dossier.signer(statement, entry), entry));
        }
        Broken.unless(
                signers.equals(Set.of(entity(dossier), winner(dossier, entry))),
                entry.object() + "#statements",
                "not signed by both parties");
    }

    static String entity(Dossier dossier) {
        return dossier.publication().path("procuringEntity").path("uscc").asText();
    }

    private static String winner(Dossier dossier, Dossier.Entry entry) {
        for (Dossier.Entry names : dossier.entries("lot/names")) {
            for (JsonNode bid : names.body().path("bids")) {
                if (bid.path("bidId").equals(entry.body().path("winner"))) {
                    return bid.path("uscc").asText();
                }
            }
        }
        throw new Broken(entry.object(), "the winner has no name");
    }

    static String uscc(X509Certificate certificate, Dossier.Entry entry) {
        try {
            return Certificates.uscc(certificate);
        } catch (GeneralSecurityException e) {
            throw new Broken(entry.object(), "an unreadable certificate");
        }
    }
}
