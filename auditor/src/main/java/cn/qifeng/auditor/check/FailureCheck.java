package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import java.util.List;

/** A lot that failed (流标): too few bids, or too few left after the evaluation; nothing of an award stands behind it. */
public final class FailureCheck implements Check {

    private static final List<String> AWARD = List.of(
            "evaluation/scored",
            "award/finalists",
            "award/committee",
            "award/determined",
            "award/passed",
            "award/committed",
            "award/revealed",
            "award/decided",
            "award/noticed",
            "contract/recorded");

    @Override
    public String name() {
        return "failure";
    }

    @Override
    public int run(Dossier dossier) {
        return Attempts.each(dossier, FailureCheck::attempt);
    }

    private static int attempt(Dossier dossier) {
        var all = dossier.entries("lot/failed");
        if (all.isEmpty()) {
            return 0;
        }
        var failed = all.get(0);
        Broken.unless(all.size() == 1, all.get(all.size() - 1).object(), "failed twice");
        if (dossier.first("lot/opened").isPresent()) {
            rejected(dossier, failed);
        } else {
            tooFew(dossier, failed);
        }
        int begin = Reviews.begin(dossier, failed.n());
        for (Dossier.Entry entry : dossier.entries()) {
            Broken.unless(
                    entry.n() < begin || !AWARD.contains(entry.type()),
                    entry.object(),
                    "an award in a lot that failed");
        }
        return 1;
    }

    /** Fewer bids than three, or an end by the supervisor, and the envelopes stay shut (招标投标法 §28). */
    private static void tooFew(Dossier dossier, Dossier.Entry failed) {
        var body = failed.body();
        boolean ended = "ended-while-suspended".equals(body.path("reason").asText());
        if (!ended) {
            Shape.equal(body, "reason", "fewer-than-three-bids", failed.object(), "another reason for the failure");
        }
        long count = Shape.number(body, "count", failed.object());
        Broken.unless(
                ended || count < OpeningCheck.BIDS_MIN, failed.object() + "#count", "failed with enough bids", count);
        if (dossier.first("lot/bid-list").isEmpty()) {
            dossier.attested().add("how many bids the lot had: the envelopes stay shut");
            return;
        }
        long live = LiveLines.of(dossier).size();
        Broken.unless(live == count, failed.object() + "#count", "not the live bids", live);
    }

    /** All rejected, or so few left that the panel rejects the rest for want of competition (招标投标法 §42). */
    private static void rejected(Dossier dossier, Dossier.Entry failed) {
        var object = failed.object();
        Shape.equal(failed.body(), "reason", "ALL_REJECTED", object, "another reason for the failure");
        int valid = PanelCheck.validPrices(dossier).size();
        Broken.unless(valid < OpeningCheck.BIDS_MIN, object, "failed with enough bids", valid);
        long carried = PanelCheck.carried(dossier).size();
        Shape.equal(failed.body(), "count", carried, object, "not the rejections");
        var report = dossier.entries("evaluation/report").stream()
                .filter(entry -> entry.n() < failed.n() && entry.n() > Reviews.begin(dossier, failed.n()))
                .findFirst();
        Broken.unless(report.isPresent(), object, "failed before the report");
    }
}
