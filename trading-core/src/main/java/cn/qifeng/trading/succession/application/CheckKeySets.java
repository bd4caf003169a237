package cn.qifeng.trading.succession.application;

import cn.qifeng.trading.keyset.domain.KeySetSuccessor;
import cn.qifeng.trading.keyset.domain.KeySetSuccessors;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.HeldAgainstLog;
import cn.qifeng.trading.log.domain.LogDifference;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.Fields;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Holds the stored later key sets of every lot against the tender's chain (后继密钥组与存证链核对). */
@ApplicationScoped
class CheckKeySets implements HeldAgainstLog {

    private final Lots lots;
    private final KeySetSuccessors successors;
    private final Chain chain;

    CheckKeySets(Lots lots, KeySetSuccessors successors, Chain chain) {
        this.lots = lots;
        this.successors = successors;
        this.chain = chain;
    }

    @Override
    public void check(Consumer<LogDifference> found) {
        List<PublishedLot> published = QuarkusTransaction.requiringNew().call(lots::published);
        published.forEach(lot -> QuarkusTransaction.requiringNew().run(() -> one(lot, found)));
    }

    private void one(PublishedLot lot, Consumer<LogDifference> found) {
        var told = told(lot, chain.entries(lot.tender()));
        var kept = successors.of(lot.lot());
        var deadline = deadline(lot, chain.entries(lot.tender()));
        if (!deadline.equals(lot.deadline())) {
            found.accept(new LogDifference(
                    Kind.OPENING,
                    "opening " + lot.lot() + " deadline",
                    lot.deadline().toString(),
                    deadline.toString()));
        }
        if (!told.equals(kept)) {
            found.accept(new LogDifference(
                    Kind.OPENING,
                    "opening " + lot.lot() + " lot/key-set",
                    kept.size() + " later key sets",
                    told.size() + " others"));
        }
    }

    /** As published, or as the last replacement moved it. */
    private static Instant deadline(PublishedLot lot, List<RecordedEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.type().equals("lot/key-set"))
                .map(entry -> entry.body().path("statement").path("doc"))
                .filter(doc -> doc.has("deadline"))
                .map(doc -> Fields.of(doc).moment("deadline"))
                .reduce(lot.publishedDeadline(), (former, moved) -> moved);
    }

    /** What the chain says. */
    private static List<KeySetSuccessor> told(PublishedLot lot, List<RecordedEntry> entries) {
        var told = new ArrayList<KeySetSuccessor>();
        for (var entry : entries) {
            if (entry.type().equals("lot/key-set")) {
                var doc = entry.body().path("statement").path("doc");
                var lost = new ArrayList<String>();
                doc.path("lost").forEach(set -> lost.add(set.asText()));
                told.add(new KeySetSuccessor(
                        lot.lot(),
                        told.size() + 1,
                        doc.path("keySet").asText(),
                        entry.ref().hash(),
                        lost,
                        null));
            } else if (entry.type().equals("lot/key-set-in-force")) {
                Instant from = Fields.of(entry.body()).moment("from");
                told.replaceAll(
                        one -> one.setId().equals(entry.body().path("set").asText()) ? one.inForce(from) : one);
            }
        }
        return told;
    }
}
