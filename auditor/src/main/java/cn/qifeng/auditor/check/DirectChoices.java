package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Experts chosen directly: asked for by the tenderer's side where nobody is left to be drawn, decided by another. */
final class DirectChoices {

    private DirectChoices() {}

    /** Whether the choice was approved; demands both signatures, and that nobody was left to be drawn. */
    static boolean approved(Dossier dossier, Dossier.Entry entry, DrawSteps steps) {
        var object = entry.object();
        Broken.unless(
                steps.rulesBefore(entry.n()).path("draw").isNull(),
                object,
                "a direct choice before the pool was empty");
        var request = entry.body().path("request");
        var decision = entry.body().path("decision");
        Shape.equal(request.path("doc"), "type", "direct-choice", object, "not a direct choice");
        Shape.equal(decision.path("doc"), "type", "direct-choice-decision", object, "not a direct choice");
        var session = entry.body().path("session");
        Shape.equal(request.path("doc"), "session", session, object, "not a direct choice");
        Shape.equal(decision.path("doc"), "session", session, object, "not a direct choice");
        Shape.equal(
                decision.path("doc"),
                "request",
                Hash.hex(Canon.bytes(request, object)),
                object,
                "not the choice that was decided");
        Broken.unless(
                request.path("doc").path("experts").size()
                        == entry.body().path("codes").size(),
                object + "#codes",
                "not the experts who were chosen");
        Broken.unless(
                ofHost(dossier, request, entry) && !ofHost(dossier, decision, entry),
                object,
                "not decided by the other side");
        return decision.path("doc").path("approved").asBoolean();
    }

    /** Codes of those whom the request names. */
    static Set<String> named(Dossier.Entry entry, UnaryOperator<String> code) {
        var codes = new HashSet<String>();
        for (JsonNode expert : entry.body().path("request").path("doc").path("experts")) {
            codes.add(code.apply(expert.path("number").asText()));
        }
        return codes;
    }

    /** Whether the procuring entity or its agency signed. */
    static boolean ofHost(Dossier dossier, JsonNode statement, Dossier.Entry entry) {
        try {
            var uscc = Certificates.uscc(dossier.signer(statement, entry));
            var publication = dossier.publication();
            return uscc.equals(publication.path("procuringEntity").path("uscc").asText())
                    || uscc.equals(publication.path("agency").path("uscc").asText());
        } catch (GeneralSecurityException e) {
            throw new Broken(entry.object(), "an unreadable certificate");
        }
    }
}
