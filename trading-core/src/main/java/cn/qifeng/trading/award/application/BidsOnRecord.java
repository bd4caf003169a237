package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.award.domain.BidRef;
import cn.qifeng.trading.award.domain.Finalist;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.EntryRef;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trust.keyset.KeySet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the tender's chain says about bids and evaluation: the award rests on nothing else. */
@ApplicationScoped
class BidsOnRecord {

    private final Chain chain;

    BidsOnRecord(Chain chain) {
        this.chain = chain;
    }

    /**
     * An opened bid.
     *
     * @param bid bid.json, or {@code null} when the envelope was invalid
     * @param corrected the price that a confirmed correction binds, or {@code null}
     */
    record Listed(BidRef ref, String name, Uscc uscc, JsonNode bid, Fen corrected) {

        Finalist finalist(String totalScore) {
            if (bid == null) {
                throw new Refused(AwardRefusal.BAD_EVALUATION, Facts.field("finalists", ref, "an opened bid"));
            }
            return new Finalist(
                    ref,
                    name,
                    uscc,
                    corrected == null ? new Fen(bid.path("priceFen").longValue()) : corrected,
                    bid.path("durationDays").intValue(),
                    bid.path("quality").asText(),
                    bid.path("projectLeader").asText(),
                    totalScore);
        }
    }

    /** All bids in the order of the bid list. */
    Map<BidRef, Listed> bids(TenderId tender) {
        var entries = chain.entries(tender);
        var opened = new LinkedHashMap<String, JsonNode>();
        last(entries, "lot/opened")
                .ifPresent(body -> body.path("results")
                        .forEach(it -> opened.put(it.path("bidId").asText(), it.path("bid"))));
        var corrected = corrected(entries);
        var listed = new LinkedHashMap<BidRef, Listed>();
        last(entries, "lot/names")
                .ifPresent(body -> body.path("bids").forEach(it -> {
                    var id = it.path("bidId").asText();
                    var bid = opened.get(id);
                    var ref = new BidRef(id);
                    listed.put(
                            ref,
                            new Listed(
                                    ref,
                                    it.path("name").asText(),
                                    new Uscc(it.path("uscc").asText()),
                                    bid == null || !bid.isObject() ? null : bid,
                                    corrected.get(id)));
                }));
        return listed;
    }

    /** Prices that a correction binds, confirmed by the bidder and accepted by the panel (12号令 §19). */
    private static Map<String, Fen> corrected(List<RecordedEntry> entries) {
        var prices = new HashMap<String, Fen>();
        for (var entry : entries) {
            if (entry.type().equals("evaluation/corrected")) {
                var body = entry.body();
                prices.put(
                        body.path("bidId").asText(),
                        new Fen(body.path("correctedFen").longValue()));
            }
        }
        return prices;
    }

    /** Hash of what the bidder of a bid is told, hex; empty before the report was signed. */
    Optional<String> part(TenderId tender, String bidId) {
        return last(chain.entries(tender), "evaluation/parts")
                .flatMap(body -> StreamSupport.stream(body.path("parts").spliterator(), false)
                        .filter(it -> it.path("bidId").asText().equals(bidId))
                        .map(it -> it.path("sm3").asText())
                        .findFirst());
    }

    /** The key set of the evaluation session; ballots are sealed to it. */
    KeySet sessionSet(TenderId tender) {
        return last(chain.entries(tender), "evaluation/opened")
                .map(body -> KeySet.from(body.path("keySet")))
                .orElseThrow(() -> new IllegalStateException("no evaluation in the chain of " + tender));
    }

    /** Ids of the bids that the panel scored and did not reject, in the order of the bid list. */
    List<String> scored(TenderId tender) {
        var entries = chain.entries(tender);
        int panel = lastPanel(entries);
        var rejected = entries.stream()
                .filter(entry -> entry.type().equals("evaluation/rejected")
                        && entry.ref().n() > panel
                        && entry.body().path("carried").asBoolean())
                .map(entry -> entry.body().path("bidId").asText())
                .collect(Collectors.toSet());
        return last(entries, "evaluation/opened").stream()
                .flatMap(body -> StreamSupport.stream(body.path("bids").spliterator(), false))
                .map(JsonNode::asText)
                .filter(id -> !rejected.contains(id))
                .toList();
    }

    /** Number of the entry of the panel that made the report: what another decided before it is void (实施条例 §48). */
    private static int lastPanel(List<RecordedEntry> entries) {
        return entries.stream()
                .takeWhile(entry -> !entry.type().equals("evaluation/report"))
                .filter(entry -> entry.type().equals("evaluation/panel"))
                .mapToInt(entry -> Math.toIntExact(entry.ref().n()))
                .max()
                .orElse(0);
    }

    /** Entries of the award that stand: those behind the last withdrawal. */
    List<EntryRef> standing(TenderId tender) {
        var standing = new ArrayList<EntryRef>();
        for (var entry : chain.entries(tender)) {
            if (entry.type().equals("award/withdrawn")) {
                standing.clear();
            } else if (entry.type().startsWith("award/")) {
                standing.add(entry.ref());
            }
        }
        return standing;
    }

    /** Certificates of everybody who sat in the evaluation committee. */
    Set<String> evaluators(TenderId tender) {
        var members = new HashSet<String>();
        chain.entries(tender).stream()
                .filter(entry -> entry.type().equals("evaluation/panel"))
                .forEach(entry -> entry.body()
                        .path("members")
                        .forEach(member -> members.add(member.path("member").asText())));
        return members;
    }

    private static Optional<ObjectNode> last(List<RecordedEntry> entries, String type) {
        return entries.stream()
                .filter(entry -> entry.type().equals(type))
                .reduce((former, later) -> later)
                .map(RecordedEntry::body);
    }
}
