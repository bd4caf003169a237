package cn.qifeng.launcher.demo;

import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.score.Commitments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** The evaluation as experts and the session's trustees see it: key set, draw, check-in, sheets, prices, report. */
final class Evaluation {

    private record Sheet(ObjectNode content, byte[] nonce, int version) {}

    private final Tour tour;
    private final Ceremony ceremony;
    private final Seats seats;
    private final SecureRandom random = new SecureRandom();
    private final NoteSealer notes = new NoteSealer(new Sm4Gcm(), random);
    private final Map<String, Sheet> sheets = new HashMap<>();
    private final List<String> members = new ArrayList<>();

    Evaluation(Tour tour, Ceremony ceremony, Seats seats) {
        this.tour = tour;
        this.ceremony = ceremony;
        this.seats = seats;
    }

    /** Waits for the session of the lot, makes its key set, and draws the experts. */
    void form() {
        var supervisor = tour.actor("supervisor");
        var mine = tour.await(supervisor.api(), "/api/evaluation/sessions/mine", list -> session(list) != null);
        tour.session = session(mine);
        var sets = tour.await(supervisor.api(), "/api/core/key-sets/mine", list -> open(list) != null);
        ceremony.hold(open(sets), KeySetPurpose.SESSION);
        var draws = tour.await(supervisor.api(), "/api/core/draws/mine", list -> draw(list) != null);
        ceremony.draw(tour, draw(draws));
    }

    /** Waits until as many are called as the panel has seats: who is called behind the draw of seats has none. */
    void called() {
        tour.await(tour.actor("supervisor").api(), tour.evaluation(""), view -> stage(view, "CONVENING"));
        tour.await(tour.actor("operator").api(), "/api/evaluation/draws/" + tour.session, Evaluation::known);
    }

    /** Every invited expert accepts, checks in, sees the bidders, and declares that nothing stands against it. */
    void convene() {
        called();
        for (String account : picked()) {
            var expert = tour.actor(account);
            if (invited(expert.api().get("/api/evaluation/sessions/mine"))) {
                accept(expert);
                seats.checkIn(expert);
                var doc = Tour.doc(expert.api().get(tour.evaluation("/declaration/to-sign")));
                doc.put("conflict", false).put("reason", "");
                expert.api().post(tour.evaluation("/declaration"), expert.signInTender(tour.tender, doc));
                members.add(account);
            }
        }
        var first = tour.actor(members.get(0)).api().get(tour.evaluation(""));
        var vote = CanonicalJson.object().put("member", first.at("/me/number").asText());
        members.forEach(it -> tour.actor(it).api().post(tour.evaluation("/leader-votes"), vote));
    }

    /** Another panel in the place of one that was dissolved. */
    void reconvene() {
        members.clear();
        convene();
    }

    /** Every member's machine gives a sign of life. */
    void beat() {
        members.forEach(it -> tour.actor(it).api().get(tour.evaluation("")));
    }

    /** The first member commits to its sheet. */
    void commitFirst() {
        commit(tour.actor(members.get(0)));
    }

    private String state(Actor expert) {
        return expert.api().get(tour.evaluation("")).path("me").path("state").asText();
    }

    /** Whether as many as the panel has seats are called, and none of them is a mere code of a library any more. */
    private static boolean known(JsonNode desk) {
        int known = 0;
        for (JsonNode call : desk.path("calls")) {
            var state = call.path("state").asText();
            known += call.path("known").asBoolean() && (state.equals("INVITED") || state.equals("ACCEPTED")) ? 1 : 0;
        }
        return known == desk.path("size").asInt();
    }

    /** Who was drawn from a library has accepted there. */
    private void accept(Actor expert) {
        if (state(expert).equals("INVITED")) {
            expert.api()
                    .post(
                            tour.evaluation("/invitation"),
                            CanonicalJson.object().put("accept", true).put("reason", ""));
        }
    }

    /** Accounts of the experts who are called: the draw tells only codes, so the centre looks, which is an entry. */
    private List<String> picked() {
        var reason = CanonicalJson.object().put("reason", "电话通知");
        var seats = tour.actor("operator").api().post("/api/evaluation/draws/" + tour.session + "/names", reason);
        var accounts = new ArrayList<String>();
        seats.forEach(seat -> accounts.add(tour.named(seat.path("name").asText())));
        return accounts;
    }

    /** Two members find the time too short, and the procuring entity extends it. */
    void extend() {
        tour.await(tour.actor(members.get(0)).api(), tour.evaluation(""), it -> stage(it, "SCORING"));
        new MoreTime(tour, members).askedForAndGiven();
    }

    /** A member asks the procuring entity for information, and all are told. */
    void inform() {
        new Informing(tour, members).askedAndAnswered();
    }

    /** The preliminary review: sealed judgements, votes on what a member did not pass, and its conclusion. */
    void screen() {
        tour.await(
                tour.actor(members.get(0)).api(),
                tour.evaluation(""),
                it -> stage(it, "SCORING") && Screening.runs(it));
        sheets();
        new Screening(tour, members).settle();
    }

    /** Every member commits to a sealed technical sheet; when all have, every member reveals. */
    void score() {
        var view = tour.await(
                tour.actor(members.get(0)).api(),
                tour.evaluation(""),
                it -> stage(it, "SCORING") && !Screening.runs(it));
        if (view.path("blind").asBoolean()) {
            new BlindFiles(tour, members).ready();
        }
        sheets();
    }

    private void sheets() {
        for (String member : members) {
            commit(tour.actor(member));
        }
        tour.await(tour.actor(members.get(0)).api(), tour.evaluation(""), it -> stage(it, "REVEALING"));
        for (String member : members) {
            reveal(tour.actor(member));
        }
    }

    private void commit(Actor member) {
        var view = member.api().get(tour.evaluation(""));
        var toSign = member.api().get(tour.evaluation("/sheets/to-sign"));
        var doc = Tour.doc(toSign);
        var nonce = new byte[Commitments.NONCE];
        random.nextBytes(nonce);
        boolean again = view.path("rework").isObject();
        boolean last = member.account().equals(members.get(members.size() - 1));
        boolean judges = Screening.runs(view);
        var content = judges ? Screening.sheet(view, last) : again ? Rework.sheet(view) : sheet(member.account(), view);
        if (!judges && !again && last) {
            FoundDefect.in(content);
        }
        var sheet = new Sheet(content, nonce, doc.path("version").asInt(1));
        sheets.put(member.account(), sheet);
        var commit = Commitments.sheet(
                UUID.fromString(tour.session),
                Hex.decode(member.key().certificateId()),
                sheet.version(),
                nonce,
                sheet.content());
        var note = CanonicalJson.object().put("nonce", Hex.encode(nonce));
        note.set("sheet", sheet.content());
        var sealed = notes.seal(
                KeySet.from(view.path("keySet")), Commitments.noteContext(commit), CanonicalJson.encode(note));
        doc.put("commit", Hex.encode(commit)).set("note", sealed.toDoc());
        member.api().post(tour.evaluation("/sheets/commits"), member.signInTender(tour.tender, doc));
    }

    private static ObjectNode sheet(String account, JsonNode view) {
        var points = new Random(account.hashCode());
        boolean passing = view.path("reasons").path("low").asText().equals("0");
        var sheet = CanonicalJson.object().put("reason", "");
        var bids = sheet.putArray("bids");
        for (JsonNode bid : view.path("bids")) {
            var line = bids.addObject().put("label", bid.path("label").asText());
            var items = line.putArray("items");
            for (JsonNode item : view.path("criteria")) {
                var share = new BigDecimal(passing ? "1" : "0." + (78 + points.nextInt(14)));
                items.addObject()
                        .put("item", item.path("item").asText())
                        .put(
                                "score",
                                new BigDecimal(item.path("max").asText())
                                        .multiply(share)
                                        .setScale(2, RoundingMode.HALF_UP)
                                        .toPlainString())
                        .put("reason", "");
            }
        }
        return sheet;
    }

    private void reveal(Actor member) {
        var sheet = sheets.get(member.account());
        var doc = CanonicalJson.object()
                .put("type", "sheet-reveal")
                .put("v", 1)
                .put("tender", tour.tender)
                .put("session", tour.session)
                .put("version", sheet.version())
                .put("nonce", Hex.encode(sheet.nonce()));
        doc.set("sheet", sheet.content());
        member.api().post(tour.evaluation("/sheets/reveals"), member.signInTender(tour.tender, doc));
    }

    /** The panel votes on what a member found while scoring. */
    void decideFound() {
        tour.await(tour.actor(members.get(0)).api(), tour.evaluation(""), view -> stage(view, "REVIEWING"));
        new FoundDefect(tour, members).decide();
    }

    /** The panel judges the marks of blind files. */
    void judge() {
        tour.await(tour.actor(members.get(0)).api(), tour.evaluation(""), view -> stage(view, "REVIEWING"));
        new BlindFiles(tour, members).judge();
    }

    /** The leader has the priced bills cleared; the demo's bills are right, so that nothing severe may be found. */
    void clear() {
        var leader = tour.actor(members.get(0)).api();
        tour.await(leader, tour.evaluation(""), view -> stage(view, "REVIEWING"));
        leader.post(tour.evaluation("/clearing"), CanonicalJson.object());
        var cleared = tour.await(
                leader,
                tour.evaluation("/clearing"),
                view -> view.path("state").asText().equals("DONE"));
        int severe = leader.get(tour.evaluation("/clearing/findings?severity=SEVERE"))
                .path("total")
                .asInt();
        for (JsonNode bid : cleared.path("bids")) {
            if (bid.hasNonNull("refusal") || severe > 0) {
                throw new DemoFailed("clearing", "refused a bill, or " + severe + " severe findings: " + cleared, null);
            }
        }
    }

    /** In method M-E the panel finds what the reviewed prices rest on. */
    void find() {
        tour.await(tour.actor(members.get(0)).api(), tour.evaluation(""), view -> stage(view, "REVIEWING"));
        new Reviewing(tour, members).find();
    }

    /** The panel asks the bidder of the first bid, who answers. */
    void clarify(Function<String, Actor> bidders) {
        tour.await(tour.actor(members.get(0)).api(), tour.evaluation(""), view -> stage(view, "REVIEWING"));
        new Clarifying(tour, members).answered(names().path(0), bidders);
    }

    /**
     * The leader proposes to reject every bid, and every member votes for it: the first as below cost, because its bidder
     * did not explain the price in time.
     */
    void rejectAll() {
        tour.await(tour.actor(members.get(0)).api(), tour.evaluation(""), view -> stage(view, "REVIEWING"));
        int silent = new Clarifying(tour, members).unanswered(names().path(0));
        for (JsonNode name : names()) {
            if (rejected(name.path("bidId"))) {
                continue;
            }
            var proposal = CanonicalJson.object()
                    .put("bidId", name.path("bidId").asText())
                    .put("code", "RJ6")
                    .put("reason", "未响应实质性要求")
                    .put("page", "3")
                    .put("basis", "FACT")
                    .putNull("clarification");
            if (name.path("bidId").equals(names().path(0).path("bidId"))) {
                proposal.put("code", "RJ5")
                        .put("reason", "可能低于成本，逾期未说明")
                        .put("basis", "BELOW_COST")
                        .put("clarification", silent);
            }
            var proposed = tour.actor(members.get(0)).api().post(tour.evaluation("/rejections"), proposal);
            var path = tour.evaluation("/rejections/" + proposed.path("number").asInt());
            for (String member : members) {
                var expert = tour.actor(member);
                var doc = Tour.doc(expert.api().get(path + "/to-sign"));
                doc.put("vote", "FOR").put("opinion", "同意");
                expert.api().post(path + "/votes", expert.signInTender(tour.tender, doc));
            }
        }
    }

    /** Whether the preliminary review rejected a bid. */
    private boolean rejected(JsonNode bidId) {
        for (JsonNode bid :
                tour.actor(members.get(0)).api().get(tour.evaluation("")).path("bids")) {
            if (bid.path("bidId").equals(bidId)) {
                return !bid.path("valid").asBoolean();
            }
        }
        return false;
    }

    private JsonNode names() {
        return tour.visitor().get(tour.inLot("/opening")).path("names");
    }

    /** The leader ends the review, every member signs the report, and the result goes to trading-core. */
    void report() {
        report(members);
    }

    /** The leader ends the review, and one member signs the report. */
    void beginReport() {
        report(members.subList(0, 1));
    }

    private void report(List<String> signers) {
        var leader = tour.actor(members.get(0)).api();
        tour.await(leader, tour.evaluation(""), view -> stage(view, "REVIEWING"));
        leader.post(tour.evaluation("/conclusion"), CanonicalJson.object());
        tour.await(leader, tour.evaluation(""), view -> stage(view, "REPORTING"));
        for (String member : signers) {
            var expert = tour.actor(member);
            var doc = Tour.doc(expert.api().get(tour.evaluation("/report/to-sign")));
            doc.put("opinion", "AGREE").put("reason", "");
            expert.api().post(tour.evaluation("/report/signatures"), expert.signInTender(tour.tender, doc));
        }
    }

    /** Result of the evaluation as a member sees it. */
    JsonNode result() {
        return tour.actor(members.get(0)).api().get(tour.evaluation("")).path("result");
    }

    private String session(JsonNode list) {
        for (JsonNode duty : list) {
            if (duty.path("lot").asText().equals(tour.lot)) {
                return duty.path("id").asText();
            }
        }
        return null;
    }

    /** Whether an expert, who does not learn the lot before check-in, is called to this session. */
    private boolean invited(JsonNode list) {
        for (JsonNode duty : list) {
            if (duty.path("id").asText().equals(tour.session)) {
                return true;
            }
        }
        return false;
    }

    private String open(JsonNode list) {
        for (JsonNode set : list) {
            if (set.path("owner").asText().equals(tour.session)) {
                return set.path("id").asText();
            }
        }
        return null;
    }

    private String draw(JsonNode list) {
        for (JsonNode draw : list) {
            if (draw.path("tender").asText().equals(tour.tender)
                    && draw.path("purpose").asText().equals("EXPERTS")) {
                return draw.path("id").asText();
            }
        }
        return null;
    }

    private static boolean stage(JsonNode view, String stage) {
        return view.path("stage").asText().equals(stage);
    }
}
