package cn.qifeng.evaluation.blind.domain;

/** How far the check of a session's blind files is (暗标检查状态). */
public enum BlindState {
    /** Nobody works on it (等待). */
    WAITING,
    /** Files are read (检查中). */
    RUNNING,
    /** Every file is checked, and it is on record (已完成). */
    DONE
}
