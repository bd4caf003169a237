package cn.qifeng.evaluation.handover.application;

import cn.qifeng.evaluation.handover.domain.HandoverRefusal;
import cn.qifeng.evaluation.handover.domain.RecordedMedia;
import cn.qifeng.evaluation.handover.domain.RecordedMedia.Track;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.application.ReadRecordedParts;
import cn.qifeng.evaluation.recording.domain.ChainItem;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Lists what the platform itself recorded of an evaluation, by its chain (平台录像清单). */
@ApplicationScoped
class ListRecordedMedia {

    private static final List<String> PART = List.of("file", "offset", "length", "hash");

    private final ReadRecordedParts recorded;

    ListRecordedMedia(ReadRecordedParts recorded) {
        this.recorded = recorded;
    }

    /** What was recorded; empty where nothing was. Refuses with {@link HandoverRefusal#RECORDING_OPEN} before its end. */
    Optional<RecordedMedia> of(SessionId session) {
        var parts = recorded.of(session);
        if (parts.filter(it -> !it.closed()).isPresent()) {
            throw HandoverRefusal.RECORDING_OPEN.at("recording", "open", "closed");
        }
        return parts.filter(it -> it.items() > 0)
                .map(it -> new RecordedMedia(
                        it.items(),
                        it.head(),
                        it.tracks().entrySet().stream()
                                .map(each -> track(each.getKey(), each.getValue()))
                                .toList()));
    }

    private static Track track(String name, List<ChainItem> parts) {
        var list = CanonicalJson.object().putArray("parts");
        for (ChainItem part : parts) {
            var line = list.addObject();
            PART.forEach(field -> line.set(field, part.json().get(field)));
        }
        int files = (int) parts.stream().map(ChainItem::file).distinct().count();
        long bytes = parts.stream().mapToLong(ChainItem::length).sum();
        return new Track(name, files, bytes, Sm3.hex(CanonicalJson.encode(list)));
    }

    /** As it stands in a receipt; {@code null} where nothing was recorded. */
    static JsonNode json(Optional<RecordedMedia> recorded) {
        return recorded.<JsonNode>map(ListRecordedMedia::json)
                .orElseGet(() -> CanonicalJson.object().nullNode());
    }

    private static ObjectNode json(RecordedMedia recorded) {
        var json = CanonicalJson.object().put("items", recorded.items()).put("head", recorded.head());
        var tracks = json.putArray("tracks");
        recorded.tracks()
                .forEach(it -> tracks.addObject()
                        .put("track", it.track())
                        .put("files", it.files())
                        .put("bytes", it.bytes())
                        .put("sm3", it.sm3()));
        return json;
    }
}
