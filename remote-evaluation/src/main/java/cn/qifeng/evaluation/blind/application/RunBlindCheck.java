package cn.qifeng.evaluation.blind.application;

import cn.qifeng.evaluation.blind.domain.BlindFile;
import cn.qifeng.evaluation.blind.domain.BlindFiles;
import cn.qifeng.evaluation.blind.domain.BlindRun;
import cn.qifeng.evaluation.blind.domain.FileCheck;
import cn.qifeng.evaluation.panel.application.BidFiles;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.BlindSetting;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.SessionId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Checks the blind files of one session and draws them anew (暗标检查), one bid after the other, each in memory and on the
 * disk only for as long as it is read; and seals what came of all of them at once (docs/evidence.md section 9).
 */
@ApplicationScoped
class RunBlindCheck {

    private static final String BLIND_PART = "TECHNICAL";

    private final RunningSessions running;
    private final BlindFiles files;
    private final BidFiles bids;
    private final BlindWords words;
    private final FileCheck check;
    private final BlindEntries entries;

    RunBlindCheck(
            RunningSessions running,
            BlindFiles files,
            BidFiles bids,
            BlindWords words,
            FileCheck check,
            BlindEntries entries) {
        this.running = running;
        this.files = files;
        this.bids = bids;
        this.words = words;
        this.check = check;
        this.entries = entries;
    }

    void run(SessionId id) {
        var session = QuarkusTransaction.requiringNew().call(() -> running.read(id));
        var setting = BlindSetting.of(session.order().method()).orElseThrow();
        var rules = check.rules(setting, words.of(session.order()));
        var run = QuarkusTransaction.requiringNew().call(() -> files.find(id)).orElseThrow();
        int done = 0;
        for (OpenedBid bid : session.order().evaluated()) {
            run = run.read(done);
            save(run);
            read(session, bid.bidId(), rules, run);
            done++;
        }
        end(session, run, rules);
    }

    private void read(EvaluationSession session, String bidId, ObjectNode rules, BlindRun run) {
        var found = bids.first(session.order().lot(), bidId, BLIND_PART);
        if (found.isEmpty()) {
            put(session, check.missing(bidId));
            return;
        }
        try (var content = found.get().content()) {
            var file = check.check(
                    bidId,
                    content.bytes(),
                    rules,
                    form -> files.store(session.id(), bidId, form),
                    (page, pages) -> save(run.at(page, pages)));
            put(session, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(EvaluationSession session, BlindFile file) {
        QuarkusTransaction.requiringNew().run(() -> files.put(session.id(), file));
    }

    private void save(BlindRun run) {
        QuarkusTransaction.requiringNew().run(() -> files.save(run));
    }

    private void end(EvaluationSession session, BlindRun run, ObjectNode rules) {
        QuarkusTransaction.requiringNew().run(() -> {
            var body =
                    BlindEntries.body(session, rules, files.files(session.id()).values());
            if (files.end(run, BlindEntries.text(body))) {
                entries.sealed(session, body);
            }
        });
    }
}
