package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.application.JudgeSeal.Taken;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.Bids;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.bidding.domain.Stamp;
import cn.qifeng.trading.bidding.domain.Traces;
import cn.qifeng.trading.bidding.domain.Upload;
import cn.qifeng.trading.bidding.domain.Uploads;
import cn.qifeng.trading.log.application.BlindLog;
import cn.qifeng.trading.log.domain.SealedContent;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Decides seals of one lot in one transaction (一并裁决), each by itself and in the order of their last bytes: who is
 * refused, or fails, takes nobody along. What they change is written together at the end.
 */
@ApplicationScoped
class SealTogether {

    private static final int TRANSACTION_SECONDS_MAX = 5;

    private final StampReading stamps;
    private final ReadScene scenes;
    private final JudgeSeal judge;
    private final RefuseSeal refuse;
    private final Bids bids;
    private final Uploads uploads;
    private final Traces traces;
    private final BlindLog log;

    SealTogether(
            StampReading stamps,
            ReadScene scenes,
            JudgeSeal judge,
            RefuseSeal refuse,
            Bids bids,
            Uploads uploads,
            Traces traces,
            BlindLog log) {
        this.stamps = stamps;
        this.scenes = scenes;
        this.judge = judge;
        this.refuse = refuse;
        this.bids = bids;
        this.uploads = uploads;
        this.traces = traces;
        this.log = log;
    }

    /** All that a group changes. */
    private static final class Changes {
        private final List<Runnable> answers = new ArrayList<>();
        private final List<Bid> added = new ArrayList<>();
        private final List<Bid.Replaced> replaced = new ArrayList<>();
        private final List<Upload> used = new ArrayList<>();
        private final Map<Traces.Kind, List<ObjectNode>> refused = new EnumMap<>(Traces.Kind.class);
    }

    /** What answers these seals; all of it is durable. Throws when nothing of it is. */
    List<Runnable> decide(List<WaitingSeal> group) {
        var read = stamps.of(
                group.stream().map(seal -> seal.request().lastByteNanos()).toList());
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS_MAX)
                .call(() -> decide(group, read));
    }

    private List<Runnable> decide(List<WaitingSeal> group, List<Stamp> read) {
        var scene = scenes.of(group, read);
        var changes = new Changes();
        for (int i = 0; i < group.size(); i++) {
            decide(scene, group.get(i), read.get(i), changes);
        }
        write(group.get(0).key(), changes);
        return changes.answers;
    }

    private void decide(SealScene scene, WaitingSeal seal, Stamp stamp, Changes changes) {
        try {
            decide(scene, scene.bidder(seal), seal, stamp, changes);
        } catch (RuntimeException failed) {
            changes.answers.add(() -> seal.failed(failed));
        }
    }

    private void decide(SealScene scene, Bidder bidder, WaitingSeal seal, Stamp stamp, Changes changes) {
        try {
            var verdict = judge.judge(scene, bidder, seal, stamp);
            if (verdict instanceof Taken taken) {
                changes.added.add(taken.bid());
                changes.used.add(taken.used());
                changes.replaced.addAll(taken.replaced());
            }
            changes.answers.add(() -> seal.taken(verdict.receipt()));
        } catch (Refused refused) {
            var written = refuse.signed(scene.lot(), bidder, seal, stamp, refused);
            changes.refused
                    .computeIfAbsent(written.kind(), kind -> new ArrayList<>())
                    .add(written.trace());
            changes.answers.add(() -> seal.failed(written.refused()));
        }
    }

    /** What is replaced stops standing before its successor stands. */
    private void write(LotKey key, Changes changes) {
        if (!changes.added.isEmpty()) {
            log.append(changes.added.stream()
                    .map(bid -> content(key, bid.sealing()))
                    .toList());
            uploads.sealed(key, changes.used);
        }
        if (!changes.replaced.isEmpty()) {
            bids.save(key, changes.replaced);
        }
        if (!changes.added.isEmpty()) {
            bids.add(key, changes.added);
        }
        changes.refused.forEach((kind, contents) -> traces.add(key, kind, contents));
    }

    private static SealedContent content(LotKey key, Sealing sealing) {
        var receipt = sealing.receipt();
        return new SealedContent(
                sealing.id(),
                receipt.hash(),
                receipt.doc().get("leafNonce").textValue(),
                key.seal(sealing.id(), CanonicalJson.encode(receipt.toJson())));
    }
}
