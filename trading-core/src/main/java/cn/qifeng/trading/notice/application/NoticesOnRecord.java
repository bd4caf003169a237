package cn.qifeng.trading.notice.application;

import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.notice.domain.Notice;
import cn.qifeng.trading.notice.domain.Notice.Bid;
import cn.qifeng.trading.notice.domain.Notice.Failed.Reason;
import cn.qifeng.trading.notice.domain.Notice.Offer;
import cn.qifeng.trust.draw.PriceDraw;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the notices of a tender out of its chain (公告溯源), entry by entry. */
final class NoticesOnRecord {

    private final Map<String, Bid> bids = new LinkedHashMap<>();
    private final List<Notice.Objection> objections = new ArrayList<>();
    private final List<Notice.Rejection> rejected = new ArrayList<>();
    private boolean reported;
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> deltas = new ArrayList<>();
    private String coefficientDraw = "";
    private String coefficient = "";
    private Instant openedAt;
    private final List<Notice.PassedBid> passed = new ArrayList<>();
    private Reason ended = Reason.SUSPENDED;

    private NoticesOnRecord() {}

    /** The notices, oldest first. */
    static List<Notice> of(List<RecordedEntry> chain) {
        var reading = new NoticesOnRecord();
        chain.forEach(reading::take);
        return List.copyOf(reading.notices);
    }

    private void take(RecordedEntry entry) {
        var body = entry.body();
        switch (entry.type()) {
            case "tender/published" ->
                body.path("statement").path("doc").path("method").path("delta").forEach(it -> deltas.add(it.asText()));
            case "lot/names" -> body.path("bids").forEach(this::name);
            case "draw/opened" -> drawOpened(body);
            case "draw/result" -> drawResult(body);
            case "lot/opened" -> opened(entry);
            case "lot/objection" -> objection(entry);
            case "lot/opening-record" ->
                notices.add(new Notice.Opening(
                        place(entry),
                        openedAt,
                        coefficient,
                        List.copyOf(bids.values()),
                        objections,
                        text(body, "sm3")));
            case "lot/suspended" -> ended = suspended(body);
            case "lot/failed" -> notices.add(failed(entry));
            case "evaluation/panel", "evaluation/report", "evaluation/rejected" -> panel(entry.type(), body);
            case "award/finalists" -> notices.add(finalists(entry));
            case "award/withdrawn" -> withdrawn(entry);
            case "award/decided" -> notices.add(decided(entry));
            case "award/passed" -> passed(entry);
            case "award/noticed" ->
                notices.add(new Notice.Award(place(entry), bid(body, "winner"), amount(body), text(body, "sm3")));
            case "contract/recorded" ->
                notices.add(new Notice.Contract(
                        place(entry),
                        text(body, "contractNo"),
                        bid(body, "winner"),
                        amount(body),
                        LocalDate.parse(text(body, "signedOn"))));
            default -> {
                // other entries are no notices
            }
        }
    }

    private void name(JsonNode line) {
        var id = text(line, "bidId");
        bids.put(id, new Bid(id, text(line, "name"), text(line, "uscc"), null, null, null));
    }

    private void drawOpened(JsonNode body) {
        if ("COEFFICIENT".equals(text(body, "purpose"))) {
            coefficientDraw = text(body, "drawId");
        }
    }

    private void drawResult(JsonNode body) {
        if (coefficientDraw.equals(text(body, "drawId"))) {
            coefficient = body.path("values").path(0).asText();
            if (!deltas.isEmpty()) {
                coefficient += "、Δ " + PriceDraw.delta(Hex.decode(text(body, "seed")), deltas);
            }
        }
    }

    private void opened(RecordedEntry entry) {
        openedAt = at(entry);
        for (var result : entry.body().path("results")) {
            bids.computeIfPresent(
                    text(result, "bidId"),
                    (id, bid) -> new Bid(
                            id,
                            bid.name(),
                            bid.uscc(),
                            offer(result.path("bid")),
                            result.path("status").textValue(),
                            result.path("finding").textValue()));
        }
    }

    private static Offer offer(JsonNode bid) {
        if (!bid.isObject()) {
            return null;
        }
        return new Offer(
                bid.path("priceFen").longValue(),
                bid.path("durationDays").intValue(),
                text(bid, "quality"),
                text(bid, "projectLeader"),
                text(bid.path("security"), "form"),
                bid.path("security").path("amountFen").longValue());
    }

    /** An objection has two entries, without and with its answer; the later one stands. */
    private void objection(RecordedEntry entry) {
        var said = text(entry.body().path("statement").path("doc"), "text");
        var answer = entry.body().path("answer").path("doc").path("text").textValue();
        var former = objections.stream()
                .filter(it -> it.text().equals(said) && it.answer() == null)
                .findFirst();
        former.ifPresent(objections::remove);
        objections.add(new Notice.Objection(former.map(Notice.Objection::at).orElse(at(entry)), said, answer));
    }

    private static Reason suspended(JsonNode body) {
        return switch (text(body, "cause")) {
            case "RECEIPT_MISSING" -> Reason.RECEIPT_MISSING;
            case "NOT_RECORDED" -> Reason.NOT_RECORDED;
            case "LIST_OVERDUE" -> Reason.LIST_OVERDUE;
            default -> Reason.SUSPENDED;
        };
    }

    private Notice.Failed failed(RecordedEntry entry) {
        var reason = switch (text(entry.body(), "reason")) {
            case "ALL_REJECTED" -> Reason.ALL_REJECTED;
            case "ended-while-suspended" -> ended;
            default -> Reason.FEWER_THAN_THREE;
        };
        return new Notice.Failed(
                place(entry), reason, entry.body().path("count").intValue());
    }

    /** What a former panel rejected is void (实施条例 §48); a re-review decides on top of what stands. */
    private void panel(String type, JsonNode body) {
        if (type.equals("evaluation/rejected")) {
            rejected(body);
        } else if (type.equals("evaluation/report")) {
            reported = true;
        } else if (!reported) {
            rejected.clear();
        }
    }

    private void rejected(JsonNode body) {
        if (body.path("carried").asBoolean()) {
            rejected.add(new Notice.Rejection(bid(body, "bidId"), text(body, "code"), text(body, "reason")));
        }
    }

    private Notice finalists(RecordedEntry entry) {
        var chosen = new ArrayList<Bid>();
        entry.body().path("finalists").forEach(id -> chosen.add(bids.get(id.asText())));
        int opened =
                (int) bids.values().stream().filter(it -> it.offer() != null).count();
        return new Notice.Finalists(place(entry), publicityEnd(entry), chosen, opened, rejected);
    }

    /** Finalists and result are no notices any more; whoever looks for them finds why. */
    private void withdrawn(RecordedEntry entry) {
        var finalists = new ArrayList<Bid>();
        notices.stream()
                .filter(Notice.Finalists.class::isInstance)
                .forEach(it -> finalists.addAll(((Notice.Finalists) it).finalists()));
        notices.removeIf(it -> it instanceof Notice.Finalists || it instanceof Notice.Result);
        notices.add(
                new Notice.Withdrawn(place(entry), entry.body().path("rework").intValue(), finalists));
    }

    private Notice decided(RecordedEntry entry) {
        var body = entry.body();
        if (body.path("winner").isNull()) {
            return new Notice.Failed(place(entry), Reason.NO_MAJORITY, bids.size());
        }
        var votes = new ArrayList<Notice.Votes>();
        for (var round : body.path("rounds")) {
            round.path("votes")
                    .forEach(it -> votes.add(new Notice.Votes(
                            bid(it, "bidId"),
                            round.path("n").intValue(),
                            it.path("count").intValue())));
        }
        return new Notice.Result(place(entry), publicityEnd(entry), bid(body, "winner"), votes);
    }

    /** Who is passed over wins no more: a notice of award to it is replaced, and with nobody left the lot has failed. */
    private void passed(RecordedEntry entry) {
        var body = entry.body();
        passed.add(new Notice.PassedBid(bid(body, "bidId"), text(body, "cause"), text(body, "reason")));
        notices.removeIf(it -> it instanceof Notice.Award || it instanceof Notice.Passed);
        notices.add(new Notice.Passed(place(entry), passed));
        if (body.path("left").intValue() == 0) {
            notices.add(new Notice.Failed(place(entry), Reason.NO_CANDIDATE, passed.size()));
        }
    }

    private Bid bid(JsonNode body, String field) {
        return bids.get(text(body, field));
    }

    private static Instant publicityEnd(RecordedEntry entry) {
        return Moments.parse(text(entry.body().path("publicity"), "to"));
    }

    private static long amount(JsonNode body) {
        return body.path("amountFen").longValue();
    }

    private static Notice.Entry place(RecordedEntry entry) {
        return new Notice.Entry(entry.ref().n(), at(entry), entry.ref().hash());
    }

    private static Instant at(RecordedEntry entry) {
        return Moments.parse(text(entry.head(), "at"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
