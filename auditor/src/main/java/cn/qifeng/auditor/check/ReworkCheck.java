package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Re-reviews (复评): asked for by the tenderer's side on a lawful ground, approved by a supervisor who has no part in it,
 * before the notice of award; what was published is withdrawn, nothing changes that the approval does not name, and no
 * report, no scores and no award come without one.
 */
public final class ReworkCheck implements Check {

    private static final String ASKED = "evaluation/rework-asked";
    private static final Set<String> GROUNDS = Set.of(
            "SUM_WRONG",
            "OUT_OF_RANGE",
            "OBJECTIVE_DIFFERS",
            "EXTREME_POINTS",
            "NOT_BY_CRITERIA",
            "NOT_REJECTED",
            "OBJECTION_UPHELD",
            "COMPLAINT_UPHELD");

    @Override
    public String name() {
        return "rework";
    }

    @Override
    public int run(Dossier dossier) {
        return Attempts.each(dossier, ReworkCheck::attempt);
    }

    private static int attempt(Dossier dossier) {
        var asked = dossier.entries(ASKED);
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).open()) {
                Shape.equal(asked.get(i).body(), "number", i + 1, asked.get(i).object(), "not the next request");
            }
        }
        var decided = new HashSet<Long>();
        for (Entry entry : dossier.entries(Reviews.DECIDED)) {
            Broken.unless(
                    decided.add(Shape.number(entry.body(), "number", entry.object())),
                    entry.object(),
                    "a request decided twice");
            decision(dossier, entry);
        }
        once(dossier, "evaluation/report", "a second report that nobody approved");
        once(dossier, "evaluation/scored", "scores that nobody approved");
        for (Entry withdrawn : dossier.entries("award/withdrawn")) {
            Broken.unless(
                    Reviews.begin(dossier, withdrawn.n()) > 0, withdrawn.object(), "withdrawn without a re-review");
        }
        var approvals = Reviews.approvals(dossier);
        approvals.forEach(approval -> new ReworkCourse(dossier, approval).check());
        return approvals.size();
    }

    private static void once(Dossier dossier, String type, String otherwise) {
        int former = -1;
        for (Entry entry : dossier.entries(type)) {
            int review = Reviews.begin(dossier, entry.n());
            Broken.unless(review > former, entry.object(), otherwise);
            former = review;
        }
    }

    private static void decision(Dossier dossier, Entry entry) {
        var body = entry.body();
        var object = entry.object();
        var request = dossier.entries(ASKED).stream()
                .skip(Math.max(0, Shape.number(body, "number", object) - 1))
                .findFirst()
                .filter(it -> it.n() < entry.n())
                .orElseThrow(() -> new Broken(object, "decided without a request"));
        var doc = entry.doc();
        Shape.equal(doc, "type", "rework-decision", object, "not a decision on a re-review");
        Shape.equal(doc, "lot", dossier.lot(), object, "a decision in another lot");
        for (String field : List.of("number", "report", "ground", "places", "approved")) {
            Shape.equal(doc, field, body.path(field), object, "another decision than was signed");
        }
        var signer = dossier.signer(body.path("statement"), entry);
        Broken.unless(!interested(dossier, signer, entry), object, "decided by somebody with a part in it");
        Broken.unless(GROUNDS.contains(body.path("ground").asText()), object + "#ground", "no lawful ground");
        places(dossier, body.path("places"), object);
        Broken.unless(
                dossier.entries("award/noticed").stream().noneMatch(it -> it.n() < entry.n()),
                object,
                "reviewed once more behind the notice of award");
        var report = dossier.entries("evaluation/report").stream()
                .filter(it -> it.n() < request.n())
                .reduce((former, last) -> last)
                .orElseThrow(() -> new Broken(object, "reviewed once more before the report"));
        if (report.open()) {
            Shape.equal(report.body(), "sm3", body.path("report"), object, "not the report that stands");
        }
        if (request.open()) {
            request(dossier, request, entry);
        }
    }

    private static void request(Dossier dossier, Entry request, Entry decided) {
        var object = request.object();
        var doc = request.doc();
        Shape.equal(doc, "type", "rework-request", object, "not a request for a re-review");
        Shape.equal(doc, "lot", dossier.lot(), object, "a request in another lot");
        for (String field : List.of("number", "report", "ground", "places")) {
            Shape.equal(
                    doc, field, decided.body().path(field), decided.object(), "another decision than was asked for");
        }
        Shape.equal(
                decided.doc(),
                "request",
                Dossier.sm3(request.body().path("statement"), object),
                decided.object(),
                "a decision on another request");
        var uscc = uscc(dossier.signer(request.body().path("statement"), request), object);
        Broken.unless(isHost(dossier, uscc), object, "asked by somebody else than the tenderer's side");
        Broken.unless(
                !doc.path("reason").asText().isBlank()
                        && !doc.path("evidence").asText().isBlank(),
                object,
                "a request without reason or evidence");
    }

    private static boolean interested(Dossier dossier, X509Certificate signer, Entry entry) {
        var uscc = uscc(signer, entry.object());
        var bidders = new HashSet<String>();
        dossier.entries("lot/names")
                .forEach(names -> names.body()
                        .path("bids")
                        .forEach(bid -> bidders.add(bid.path("uscc").asText())));
        return isHost(dossier, uscc)
                || bidders.contains(uscc)
                || PanelCheck.members(dossier, entry.n()).contains(Certificates.id(signer));
    }

    private static boolean isHost(Dossier dossier, String uscc) {
        var publication = dossier.publication();
        return publication.path("procuringEntity").path("uscc").asText().equals(uscc)
                || publication.path("agency").path("uscc").asText().equals(uscc);
    }

    private static String uscc(X509Certificate signer, String object) {
        try {
            return Certificates.uscc(signer);
        } catch (GeneralSecurityException e) {
            throw new Broken(object, "an unreadable certificate");
        }
    }

    /** Bids and items in their order, each of them known, and none of them without the other. */
    private static void places(Dossier dossier, JsonNode places, String object) {
        var bids = new ArrayList<String>();
        dossier.first("evaluation/opened")
                .ifPresent(opened -> opened.body().path("bids").forEach(bid -> bids.add(bid.asText())));
        var items = new ArrayList<String>();
        dossier.publication()
                .path("criteria")
                .forEach(item -> items.add(item.path("item").asText()));
        var named = new ArrayList<String>();
        for (JsonNode place : places) {
            named.add(place.path("bidId").asText());
            var own = new ArrayList<String>();
            place.path("items").forEach(item -> own.add(item.asText()));
            ordered(own, items, object);
        }
        ordered(named, bids, object);
    }

    private static void ordered(List<String> seen, List<String> known, String object) {
        Broken.unless(
                !seen.isEmpty()
                        && known.stream().filter(seen::contains).toList().equals(seen),
                object + "#places",
                "not bids and items that were evaluated");
    }
}
