package cn.qifeng.evaluation.recording.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.Optional;

/** Deletions of recordings (影像销毁台账), one for each session. */
public interface Deletions {

    /** The last one asked for. */
    Optional<Deletion> find(SessionId session);

    /** Stores it in the place of the former one. */
    void save(Deletion deletion);
}
