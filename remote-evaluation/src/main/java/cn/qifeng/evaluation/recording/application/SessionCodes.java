package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;

/** Session codes of members (会议代号): what a track is called tells neither number nor name. */
final class SessionCodes {

    private SessionCodes() {}

    /** {@code M03} for the third of the pick. */
    static String of(EvaluationSession session, Seat seat) {
        return "M" + session.panel().place(seat).substring(1);
    }
}
