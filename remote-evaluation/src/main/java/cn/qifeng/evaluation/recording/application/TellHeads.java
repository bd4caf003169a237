package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.ChainItem;
import cn.qifeng.evaluation.recording.domain.Recording;
import cn.qifeng.evaluation.recording.domain.Recordings;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.json.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writes the heads of recordings into the tender's chain, each with the items behind the one before (录制链首入链). */
@ApplicationScoped
class TellHeads {

    private static final int ITEMS_MAX = 500;

    private final Recordings recordings;
    private final RunningSessions running;
    private final Evidence evidence;
    private final LegalClock clock;

    TellHeads(Recordings recordings, RunningSessions running, Evidence evidence, LegalClock clock) {
        this.recordings = recordings;
        this.running = running;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Recordings that are not closed in the log. */
    @Transactional
    List<Recording> open() {
        return recordings.open();
    }

    /** Whether the chain of a recording has its closing item, which is told at once. */
    @Transactional
    boolean ends(Recording recording) {
        return recordings.items(recording.session(), recording.link().seq() - 1, 1).stream()
                .anyMatch(ChainItem::closes);
    }

    /** Tells the items that no head covers yet; behind the last of a closed chain the closing entry. */
    @Transactional
    void tell(SessionId session) {
        var recording = recordings.lock(session).orElseThrow();
        var tender = running.read(session).order().tender();
        for (var items = next(recording); !items.isEmpty(); items = next(recording)) {
            var last = items.get(items.size() - 1);
            var body = CanonicalJson.object()
                    .put("session", session.toString())
                    .put("from", items.get(0).seq())
                    .put("to", last.seq())
                    .put("head", last.hash());
            var list = body.putArray("items");
            items.forEach(it -> list.add(it.json()));
            evidence.record(tender, "evaluation/recording-head", body);
            recording = recording.toldUpTo(last.seq());
            if (last.closes()) {
                evidence.record(
                        tender,
                        "evaluation/recording-closed",
                        CanonicalJson.object()
                                .put("session", session.toString())
                                .put("items", last.seq())
                                .put("head", last.hash())
                                .put("bytes", recording.bytes()));
                recording = recording.closed(clock.now());
            }
        }
        recordings.save(recording);
    }

    private List<ChainItem> next(Recording recording) {
        return recordings.items(recording.session(), recording.told(), ITEMS_MAX);
    }
}
