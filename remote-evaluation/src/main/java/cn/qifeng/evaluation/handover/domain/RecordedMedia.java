package cn.qifeng.evaluation.handover.domain;

import java.util.List;

/**
 * What the platform itself recorded of an evaluation (平台录像清单), by its chain.
 *
 * @param items how many items the chain has
 * @param head hash of the last one, hex
 */
public record RecordedMedia(long items, String head, List<Track> tracks) {

    public RecordedMedia {
        tracks = List.copyOf(tracks);
    }

    /**
     * One track (音视频轨).
     *
     * @param files how many
     * @param sm3 of the canonical array of {@code file}, {@code offset}, {@code length}, {@code hash} of its parts, hex
     */
    public record Track(String track, int files, long bytes, String sm3) {}
}
