package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Qs1;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;

/** Publication: signed by the tenderer's side, with a key set that no side controls alone; and every later set. */
public final class PublicationCheck implements Check {

    @Override
    public String name() {
        return "publication";
    }

    @Override
    public int run(Dossier dossier) {
        var entry = dossier.entries().get(0);
        var doc = entry.doc();
        var signer = dossier.signer(entry.body().path("statement"), entry);
        Broken.unless("tender-publication".equals(doc.path("type").asText()), entry.object(), "not a publication");
        Broken.unless(
                doc.path("tender").asText().equals(entry.tender()), entry.object(), "a publication of another tender");
        Broken.unless(
                entry.body().path("keySet").path("purpose").asText().equals("LOT")
                        && entry.body()
                                .path("keySet")
                                .path("owner")
                                .equals(doc.path("lot").path("id")),
                entry.object() + "#keySet",
                "a key set of another lot");
        try {
            var uscc = Certificates.uscc(signer);
            Broken.unless(
                    uscc.equals(doc.path("agency").path("uscc").asText())
                            || uscc.equals(
                                    doc.path("procuringEntity").path("uscc").asText()),
                    entry.object() + "#statement.sig",
                    "signed by neither agency nor procuring entity");
        } catch (GeneralSecurityException e) {
            throw new Broken(entry.object(), "unreadable certificate");
        }
        int members = keySet(
                dossier, entry.body().path("keySet"), doc.path("trusteeSet").asText(), entry.object(), entry);
        return 1 + members + KeySetsCheck.run(dossier);
    }

    /** Checks a key set and returns the number of members. */
    static int keySet(Dossier dossier, JsonNode set, String id, String object, Dossier.Entry entry) {
        var at = object + "#keySet";
        Broken.unless(Dossier.sm3(set, at).equals(id), at, "not the key set that is named");
        var sides = new HashMap<String, Integer>();
        int x = 0;
        for (JsonNode member : set.path("members")) {
            Broken.unless(member.path("x").asInt() == ++x, at, "members out of order");
            sides.merge(member.path("side").asText(), 1, Integer::sum);
            offer(dossier, set, member, at, entry);
        }
        int threshold = set.path("threshold").asInt();
        int most = sides.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Broken.unless(threshold > most && x - threshold >= most, at, "one side controls the set");
        return x;
    }

    private static void offer(Dossier dossier, JsonNode set, JsonNode member, String at, Dossier.Entry entry) {
        var offer = JsonNodeFactory.instance.objectNode();
        offer.put("type", "key-offer").put("v", 1);
        offer.set("purpose", set.path("purpose"));
        offer.set("owner", set.path("owner"));
        offer.set("encryptionKey", member.path("encryptionKey"));
        var chain = Qs1.verify(Canon.bytes(offer, at), Shape.base64(member, "sig", at), at);
        dossier.requireTrusted(chain, at, entry.at());
        try {
            Broken.unless(
                    chain.get(0)
                            .equals(Certificates.parse(Base64.getDecoder()
                                    .decode(member.path("certificate").asText()))),
                    at,
                    "a key offered by another person");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Broken(at, "an unreadable certificate");
        }
    }
}
