package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.StoredBids;
import cn.qifeng.trading.bidding.domain.StoredBids.StoredBid;
import cn.qifeng.trading.log.application.BlindLog;
import cn.qifeng.trading.log.domain.LogDifference;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import cn.qifeng.trading.log.domain.SealedContent;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds every receipt that the log keeps against the bid that it was given for (回执与投标核对). */
@ApplicationScoped
class CheckReceipts {

    private static final int PAGE = 200;
    private static final String BEFORE_ALL = "0";

    private final BlindLog log;
    private final StoredBids stored;

    CheckReceipts(BlindLog log, StoredBids stored) {
        this.log = log;
        this.stored = stored;
    }

    /** Tells of each receipt that does not open, is another one, or has no bid that says what it says. */
    void check(Collection<LotKey> keys, Consumer<LogDifference> found) {
        var page = page(BEFORE_ALL);
        while (!page.isEmpty()) {
            page.forEach(content -> one(content, keys, found));
            page = page(page.get(page.size() - 1).id().toString());
        }
    }

    private List<SealedContent> page(String after) {
        return QuarkusTransaction.requiringNew().call(() -> log.after(after, PAGE));
    }

    /** A receipt with the key of its lot. */
    private record Opened(LotKey key, JsonNode doc) {}

    private void one(SealedContent content, Collection<LotKey> keys, Consumer<LogDifference> found) {
        Optional<StoredBid> row = QuarkusTransaction.requiringNew().call(() -> stored.of(content.id(), keys));
        var place = "receipt " + content.id();
        var opened = row.map(StoredBid::key)
                .flatMap(key -> open(key, content))
                .or(() -> keys.stream()
                        .flatMap(key -> open(key, content).stream())
                        .findFirst());
        if (opened.isEmpty()) {
            found.accept(new LogDifference(Kind.BID, place, "bytes that no lot's key opens", "a receipt"));
            return;
        }
        var doc = opened.get().doc();
        var hash = Sm3.hex(CanonicalJson.encode(doc));
        if (!hash.equals(content.hash()) || !doc.path("leafNonce").asText().equals(content.nonce())) {
            found.accept(new LogDifference(Kind.BID, place, "another receipt " + hash, content.hash()));
        } else if (doc.path("act").asText().equals("WITHDRAWN")) {
            withdrawn(opened.get(), hash, found);
        } else if (row.map(StoredBid::bid)
                .filter(bid -> bid.sealing().receipt().hash().equals(hash))
                .isEmpty()) {
            found.accept(new LogDifference(
                    Kind.BID,
                    "bid " + content.id(),
                    row.isEmpty() ? "no row" : "another bid",
                    "the bid of receipt " + hash));
        }
    }

    private void withdrawn(Opened receipt, String hash, Consumer<LogDifference> found) {
        var header = receipt.doc().path("headerHash").asText();
        Optional<StoredBid> row = QuarkusTransaction.requiringNew().call(() -> stored.ofHeader(receipt.key(), header));
        boolean holds = row.map(StoredBid::bid)
                .filter(Bid.Withdrawn.class::isInstance)
                .filter(bid -> bid.lastReceipt().hash().equals(hash))
                .isPresent();
        if (!holds) {
            found.accept(new LogDifference(
                    Kind.BID,
                    row.map(bid -> "bid " + bid.id()).orElse("bid of receipt " + hash),
                    row.isEmpty() ? "no row" : "a bid that stands",
                    "withdrawn by receipt " + hash));
        }
    }

    private static Optional<Opened> open(LotKey key, SealedContent content) {
        try {
            var plain = key.open(content.id(), content.bytes());
            return Optional.of(new Opened(key, CanonicalJson.decode(plain).path("doc")));
        } catch (Refused | IllegalStateException ofAnotherLot) {
            return Optional.empty();
        }
    }
}
