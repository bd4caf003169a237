package cn.qifeng.evaluation.recording.domain;

/** Stage of a recording (录制状态); stored by name and never renamed. */
public enum RecordingStage {
    /** Goes on: its chain is not closed (录制中). */
    OPEN,
    /** Its chain has its closing item, and the log the entry about it (已封存). */
    CLOSED,
    /** The media are deleted, the chain stays (影像已删除). */
    DELETED
}
