package cn.qifeng.evaluation.recording.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;

/** Whether somebody is being recorded (录制确认). */
public interface RecordingState {

    /**
     * Whether the recording of a participant was confirmed within the last seconds: its file grew, and pictures came.
     *
     * @param participant session code of the member, {@code M03}
     */
    boolean confirmed(SessionId session, String participant);
}
