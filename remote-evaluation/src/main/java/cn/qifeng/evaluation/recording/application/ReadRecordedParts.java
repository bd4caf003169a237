package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.ChainItem;
import cn.qifeng.evaluation.recording.domain.Recording;
import cn.qifeng.evaluation.recording.domain.Recordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells what was recorded of an evaluation, part by part (录像文件清单). */
@ApplicationScoped
public class ReadRecordedParts {

    private static final int PAGE = 2_000;

    private final Recordings recordings;

    ReadRecordedParts(Recordings recordings) {
        this.recordings = recordings;
    }

    /**
     * All parts of a recording.
     *
     * @param closed whether nothing comes any more
     * @param items how many items its chain has
     * @param head hash of the last one
     * @param tracks parts by track, in their order
     */
    public record Parts(boolean closed, long items, String head, Map<String, List<ChainItem>> tracks) {}

    /** Those of a session; empty where nothing was recorded. */
    @Transactional
    public Optional<Parts> of(SessionId session) {
        return recordings.find(session).map(it -> parts(session, it));
    }

    private Parts parts(SessionId session, Recording recording) {
        var tracks = new TreeMap<String, List<ChainItem>>();
        long after = 0;
        for (var page = recordings.items(session, after, PAGE); !page.isEmpty(); ) {
            page.stream()
                    .filter(ChainItem::isSegment)
                    .forEach(it -> tracks.computeIfAbsent(it.track(), track -> new ArrayList<>())
                            .add(it));
            after = page.get(page.size() - 1).seq();
            page = recordings.items(session, after, PAGE);
        }
        var link = recording.link();
        return new Parts(recording.ended(), link.seq(), link.hash(), tracks);
    }
}
