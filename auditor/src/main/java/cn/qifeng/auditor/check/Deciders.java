package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Who signed a decision over an opening: all the very same, one of them not of the tenderer's side (trust.md 4 and 5). */
record Deciders(String type, String foreign, List<String> fields) {

    /**
     * Demands these signatures under the entry.
     *
     * @param withEntity whether the procuring entity signs too
     * @param otherwise what is wrong when others signed
     */
    void check(Dossier dossier, Dossier.Entry decided, boolean withEntity, String otherwise) {
        var object = decided.object();
        var statements = decided.body().path("statements");
        int wanted = withEntity ? 1 : 0;
        Broken.unless(statements.isArray() && statements.size() == wanted + 1, object, otherwise);
        int entities = 0;
        int agencies = 0;
        for (JsonNode statement : statements) {
            var doc = statement.path("doc");
            Shape.equal(doc, "type", type, object, foreign);
            Shape.equal(doc, "lot", dossier.lot(), object, "a decision in another lot");
            for (String id : fields) {
                Shape.equal(doc, id, decided.body().path(id), object, "another decision than was signed");
            }
            var uscc = uscc(dossier.signer(statement, decided), object);
            entities += uscc.equals(party(dossier, "procuringEntity")) ? 1 : 0;
            agencies += uscc.equals(party(dossier, "agency")) ? 1 : 0;
        }
        Broken.unless(entities == wanted && agencies == 0, object, otherwise);
    }

    private static String party(Dossier dossier, String name) {
        return dossier.publication().path(name).path("uscc").asText();
    }

    private static String uscc(X509Certificate signer, String object) {
        try {
            return Certificates.uscc(signer);
        } catch (GeneralSecurityException e) {
            throw new Broken(object, "an unreadable certificate");
        }
    }
}
