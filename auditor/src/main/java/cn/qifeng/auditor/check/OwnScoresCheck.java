package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;

/**
 * A party's own technical scores with their reasons ({@code scores.json}): the platform's signed word, because the
 * members' sheets stay withheld; but their mean must be the score that was published.
 */
public final class OwnScoresCheck implements Check {

    @Override
    public String name() {
        return "own-scores";
    }

    @Override
    public int run(Dossier dossier) {
        return Attempts.each(dossier, OwnScoresCheck::attempt);
    }

    private static int attempt(Dossier dossier) {
        var own = Party.scores(dossier);
        if (own.isEmpty()) {
            return 0;
        }
        var object = own.get();
        var file = dossier.file().json(object);
        Shape.exactly(file, object, "doc", "sig");
        var doc = file.path("doc");
        signed(dossier, file, object);
        Shape.exactly(doc, object, "type", "v", "tender", "lot", "bidId", "session", "sheets");
        Shape.equal(doc, "type", "own-scores", object, "not scores");
        Shape.equal(doc, "v", 1, object, "another version");
        for (String id : new String[] {"tender", "lot", "bidId"}) {
            Shape.equal(doc, id, dossier.manifest().path(id), object, "scores of something else");
        }
        var scored = Party.scored(dossier).orElseThrow();
        Shape.equal(doc, "session", scored.body().path("session"), object, "scores of something else");
        if (!BlindFilesCheck.withoutTechnicalPoints(dossier, Integer.MAX_VALUE)
                .contains(doc.path("bidId").asText())) {
            mean(dossier, doc, scored, object);
        }
        dossier.attested().add("that the own scores are those of the members' sheets, which are withheld");
        return doc.path("sheets").size();
    }

    private static void signed(Dossier dossier, JsonNode file, String object) {
        var bytes = Canon.bytes(file.path("doc"), object);
        var signer = dossier.platformSigner("receiptCertificates", bytes, Shape.base64(file, "sig", object), object);
        var heads = dossier.heads();
        dossier.anchors()
                .ifPresent(anchors -> Broken.unless(
                        anchors.inForce(
                                "receiptCertificates",
                                signer,
                                heads.get(heads.size() - 1).machineAt()),
                        object,
                        "not a key of the trust file"));
    }

    private static void mean(Dossier dossier, JsonNode doc, Dossier.Entry scored, String object) {
        var sums = new ArrayList<BigDecimal>();
        for (JsonNode sheet : doc.path("sheets")) {
            sums.add(SheetCheck.sum(dossier, sheet.path("items"), object));
        }
        Broken.unless(!sums.isEmpty(), object, "no sheets");
        var mean = sums.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(sums.size()), 2, RoundingMode.HALF_UP);
        for (JsonNode line : scored.body().path("technical")) {
            if (line.path("bidId").equals(doc.path("bidId"))) {
                Broken.unless(
                        mean.compareTo(Shape.decimal(line.path("score"), scored.object())) == 0,
                        object,
                        "another mean",
                        mean);
            }
        }
    }
}
