package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The panel: the bids it got, its members as drawn, its votes on rejections, and its report. */
public final class PanelCheck implements Check {

    @Override
    public String name() {
        return "panel";
    }

    @Override
    public int run(Dossier dossier) {
        dossier.entries("evaluation/opened").forEach(entry -> opened(dossier, entry));
        PanelCalls.check(dossier);
        LibraryReplies.check(dossier);
        dossier.entries("evaluation/panel").stream()
                .filter(Dossier.Entry::open)
                .forEach(entry -> panel(dossier, entry));
        return Attempts.each(dossier, PanelCheck::attempt);
    }

    private static int attempt(Dossier dossier) {
        rejections(dossier);
        dossier.entries("evaluation/report").forEach(entry -> parts(dossier, entry));
        dossier.entries("evaluation/report").stream()
                .filter(Dossier.Entry::open)
                .forEach(entry -> report(dossier, entry));
        return dossier.entries("evaluation/panel").size();
    }

    /** Members of the last panel before an entry; empty when the cut withholds them. */
    static Set<String> members(Dossier dossier, int before) {
        var members = new HashSet<String>();
        for (Dossier.Entry panel : dossier.entries("evaluation/panel")) {
            if (panel.open() && panel.n() < before) {
                members.clear();
                panel.body()
                        .path("members")
                        .forEach(seat -> members.add(seat.path("member").asText()));
            }
        }
        return members;
    }

    private static void opened(Dossier dossier, Dossier.Entry entry) {
        var body = entry.body();
        var session = body.path("session").asText();
        var set = body.path("keySet");
        PublicationCheck.keySet(dossier, set, Dossier.sm3(set, entry.object()), entry.object(), entry);
        Broken.unless(
                set.path("purpose").asText().equals("SESSION")
                        && set.path("owner").asText().equals(session),
                entry.object() + "#keySet",
                "a key set of another session");
        for (JsonNode member : set.path("members")) {
            Broken.unless(
                    !member.path("side").asText().equals("TENDERER"),
                    entry.object() + "#keySet",
                    "the tenderer's side holds a key of the session");
        }
        Broken.unless(
                Hash.hex(Canon.bytes(dossier.publication().path("criteria"), entry.object()))
                        .equals(body.path("criteria").asText()),
                entry.object() + "#criteria",
                "not the criteria that were published");
        var valid = new ArrayList<String>();
        dossier.first("lot/opened")
                .orElseThrow(() -> new Broken(entry.object(), "evaluated before the opening"))
                .body()
                .path("results")
                .forEach(result -> {
                    if (result.path("status").asText().equals("OPENED")) {
                        valid.add(result.path("bidId").asText());
                    }
                });
        Broken.unless(
                texts(body.path("bids")).equals(valid), entry.object() + "#bids", "not the bids that were opened");
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** As many seats as were published, everybody once; who they are is told by the calls. */
    private static void panel(Dossier dossier, Dossier.Entry entry) {
        var body = entry.body();
        requireDrawn(dossier, entry);
        var rule = dossier.publication().path("panel");
        int tenderers = 0;
        var seats = new HashSet<String>();
        for (JsonNode seat : body.path("members")) {
            Broken.unless(seats.add(seat.path("member").asText()), entry.object(), "one member on two seats");
            if (!seat.path("kind").asText().equals("EXPERT")) {
                Shape.equal(seat, "kind", "TENDERER", entry.object(), "a seat of an unknown kind");
                tenderers++;
            }
        }
        Broken.unless(
                tenderers <= rule.path("tendererSeats").asInt()
                        && seats.size() <= rule.path("size").asInt(),
                entry.object() + "#members",
                "more seats than were published");
        var leader = body.path("leader");
        Broken.unless(leader.isNull() || seats.contains(leader.asText()), entry.object() + "#leader", "no member");
    }

    private static void requireDrawn(Dossier dossier, Dossier.Entry panel) {
        var id = panel.body().path("draw");
        if (id.isNull()) {
            return;
        }
        boolean experts = dossier.entries("draw/opened").stream()
                .anyMatch(draw -> draw.body().path("drawId").equals(id)
                        && draw.body().path("purpose").asText().equals("EXPERTS"));
        Broken.unless(experts, panel.object() + "#draw", "no draw of experts");
        Broken.unless(
                dossier.entries("draw/result").stream()
                        .anyMatch(result -> result.n() < panel.n()
                                && RepeatedDraws.asked(dossier, result.body().path("drawId"))
                                        .equals(id)),
                panel.object(),
                "a panel before its draw");
    }

    /** {@code for} and {@code against} are the votes one by one, where this cut shows them. */
    static void rejections(Dossier dossier) {
        var votes = dossier.entries("evaluation/vote");
        boolean shown = votes.stream().allMatch(Dossier.Entry::open);
        var decided = Proposals.decided(dossier);
        for (Dossier.Entry entry : decided) {
            var body = entry.body();
            int inFavour = body.path("for").asInt(-1);
            int against = body.path("against").asInt(-1);
            boolean majority = 2 * inFavour > inFavour + against;
            Broken.unless(inFavour >= 0 && against >= 0, entry.object(), "no votes");
            Broken.unless(
                    body.path("carried").asBoolean() || !majority,
                    entry.object() + "#carried",
                    "a majority was for it");
            if (body.path("carried").asBoolean() && !majority) {
                dossier.attested().add(entry.object() + " rejected by law, not by a majority");
            }
            if (shown) {
                counted(dossier, entry, votes, inFavour, against);
            }
        }
        if (shown) {
            for (Dossier.Entry vote : votes) {
                Broken.unless(
                        decided.stream().anyMatch(entry -> entry.n() > vote.n() && Proposals.same(entry, vote.doc())),
                        vote.object(),
                        "a vote that no rejection counts");
            }
        } else if (!votes.isEmpty()) {
            dossier.attested().add("votes on rejections: the members' statements are withheld");
        }
    }

    private static void counted(
            Dossier dossier, Dossier.Entry rejected, List<Dossier.Entry> votes, int inFavour, int against) {
        var by = new HashMap<String, Boolean>();
        for (Dossier.Entry vote : votes) {
            boolean byThisPanel = vote.n() > ScreeningCheck.lastPanel(dossier, rejected.n());
            if (vote.n() < rejected.n() && byThisPanel && Proposals.same(rejected, vote.doc())) {
                Shape.equal(vote.doc(), "type", "rejection-vote", vote.object(), "not a vote");
                var member = Certificates.id(dossier.signer(vote.body().path("statement"), vote));
                Broken.unless(
                        members(dossier, vote.n()).contains(member), vote.object(), "a vote by no member of the panel");
                if (members(dossier, rejected.n()).contains(member)) {
                    by.put(member, vote.doc().path("vote").asText().equals("FOR"));
                }
            }
        }
        long seen = by.values().stream().filter(Boolean::booleanValue).count();
        Broken.unless(
                seen == inFavour && by.size() - seen == against,
                rejected.object(),
                "not the votes",
                seen + " for and " + (by.size() - seen) + " against");
    }

    /** Before each report stands what every bidder of the evaluation was told, once and in the order of the bids. */
    private static void parts(Dossier dossier, Dossier.Entry report) {
        var told = dossier.entries("evaluation/parts").stream()
                .filter(entry -> entry.n() < report.n() && entry.n() > Reviews.begin(dossier, report.n()))
                .reduce((former, last) -> last)
                .orElseThrow(() -> new Broken(report.object(), "a report without a part for each bidder"));
        var opened = dossier.first("evaluation/opened")
                .orElseThrow(() -> new Broken(report.object(), "a report without an evaluation"))
                .body();
        Shape.equal(told.body(), "session", opened.path("session").asText(), told.object(), "parts of another session");
        var bids = new ArrayList<String>();
        var hashes = new HashSet<String>();
        for (JsonNode part : told.body().path("parts")) {
            bids.add(part.path("bidId").asText());
            Broken.unless(hashes.add(part.path("sm3").asText()), told.object() + "#parts", "one part for two bidders");
        }
        Broken.unless(bids.equals(texts(opened.path("bids"))), told.object() + "#parts", "not a part for every bidder");
    }

    private static void report(Dossier dossier, Dossier.Entry entry) {
        boolean scored = dossier.entries("evaluation/scored").stream()
                .anyMatch(it -> it.n() < entry.n() && it.n() > Reviews.begin(dossier, entry.n()));
        Shape.equal(entry.body(), "outcome", scored ? "EVALUATED" : "ALL_REJECTED", entry.object(), "another outcome");
        var signers = new HashMap<String, JsonNode>();
        for (JsonNode signature : entry.body().path("signatures")) {
            OpeningCheck.signedRecord(signature, entry, "evaluation-report-signature");
            signers.put(Certificates.id(dossier.signer(signature, entry)), signature);
        }
        var all = new HashSet<>(signers.keySet());
        all.addAll(texts(entry.body().path("agreedBySilence")));
        Broken.unless(
                all.equals(members(dossier, entry.n())),
                entry.object() + "#signatures",
                "not signed by the whole panel");
    }

    /** Rejections by the panel that sat last. */
    static List<Dossier.Entry> carried(Dossier dossier) {
        return Proposals.standing(dossier, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.type().equals("evaluation/rejected") && ScreeningCheck.carried(entry))
                .toList();
    }

    /** Ids of the bids that the panel did not reject. */
    static Map<String, Long> validPrices(Dossier dossier) {
        var prices = new HashMap<>(PanelPrices.opened(dossier));
        carried(dossier)
                .forEach(rejected -> prices.remove(rejected.body().path("bidId").asText()));
        return prices;
    }
}
