package cn.qifeng.trading.supervision.application;

import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.log.application.Proofs.Inclusion;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.supervision.domain.Cut;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Everything of a package but the large files, as it stood at one moment (存证包内容).
 *
 * @param own bid of the party whose cut it is, {@code null} in the other cuts
 * @param heads by size; the last is the newest, to which all proofs lead
 * @param bids by bid id and number, empty before the opening
 * @param leaves places in the log by content hash
 */
record Gathered(
        PublishedLot lot,
        Cut cut,
        String own,
        List<SignedHead> heads,
        List<RecordedEntry> entries,
        List<Bid> bids,
        Map<String, Inclusion> leaves) {

    /** With one of these entries a bidder learns how its bid was evaluated. */
    private static final Set<String> TOLD = Set.of("award/finalists", "lot/failed");

    /** Whether the cut shows everything that the platform keeps of a bid. */
    boolean wholly(Bid bid) {
        return cut.whole() || bid.sealing().bidId().equals(own);
    }

    /** State of a bid in the bid list: that of the moment of the freeze. */
    String listed(Bid bid) {
        return lines().filter(line -> names(line, bid))
                .map(line -> line.path("state").asText())
                .findFirst()
                .orElse("");
    }

    /** Whether the bid was to be opened: live or held and admitted, and no later one of its bidder was admitted. */
    boolean standing(Bid bid) {
        var last = lines().filter(
                        line -> line.path("bidId").asText().equals(bid.sealing().bidId()))
                .filter(this::entitled)
                .reduce((one, later) -> later);
        return last.filter(line -> names(line, bid)).isPresent();
    }

    private boolean entitled(JsonNode line) {
        var state = line.path("state").asText();
        return state.equals("LIVE")
                || state.equals("HELD")
                        && array("lot/held-decided", "decisions")
                                .anyMatch(decided -> decided.path("admitted").asBoolean()
                                        && decided.path("headerHash").equals(line.path("headerHash")));
    }

    /**
     * Hash of what the party whose cut it is was told of its bid; empty in the other cuts, and as long as it is secret:
     * before the finalists are public, unless the lot has failed. After a re-review
     * the former letter is given until the finalists are public again.
     */
    String ownPart() {
        long told = entries.stream()
                .filter(entry -> TOLD.contains(entry.type()))
                .mapToLong(entry -> entry.ref().n())
                .max()
                .orElse(0);
        return array("evaluation/parts", "parts", told)
                .filter(it -> it.path("bidId").asText().equals(own))
                .map(it -> it.path("sm3").asText())
                .reduce((former, last) -> last)
                .orElse("");
    }

    private Stream<JsonNode> lines() {
        return array("lot/bid-list", "bids");
    }

    private Stream<JsonNode> array(String type, String name) {
        return array(type, name, Long.MAX_VALUE);
    }

    private Stream<JsonNode> array(String type, String name, long before) {
        return entries.stream()
                .filter(entry -> entry.type().equals(type) && entry.ref().n() < before)
                .flatMap(entry -> StreamSupport.stream(entry.body().path(name).spliterator(), false));
    }

    private static boolean names(JsonNode line, Bid bid) {
        return line.path("headerHash").asText().equals(bid.sealing().headerHash());
    }

    /** The head to which all proofs lead. */
    SignedHead newest() {
        return heads.get(heads.size() - 1);
    }

    /** {@code leaf} of an object of the package. */
    ObjectNode leaf(String contentHash) {
        var place = leaves.get(contentHash);
        var leaf = CanonicalJson.object()
                .put("index", place.index())
                .put("nonce", place.nonce())
                .put("size", place.size());
        var proof = leaf.putArray("proof");
        place.proof().forEach(proof::add);
        return leaf;
    }
}
