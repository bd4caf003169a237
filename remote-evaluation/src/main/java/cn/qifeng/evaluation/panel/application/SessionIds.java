package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Facts;

/** Reads session ids from paths; anything but a UUID is an unknown session. */
public final class SessionIds {

    private SessionIds() {}

    /** The id; refuses other text with {@code panel/not-found}. */
    public static SessionId of(String text) {
        try {
            return SessionId.of(text);
        } catch (IllegalArgumentException e) {
            throw PanelRefusal.NO_SUCH_SESSION.with(Facts.of("session", text).map());
        }
    }
}
