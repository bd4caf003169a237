package cn.qifeng.evaluation.panel.domain;

/** How the members of a panel see and hear one another (评标厅形式); stored by name and never renamed. */
public enum HallKind {
    /** Not at all: they sit in one room, or talk by other means (不设评标厅). */
    NONE,
    /** Every browser is connected to every other one, and to the recorder (网状直连). */
    MESH,
    /** Every browser is connected to a server, which carries and keeps the media (会议服务器). */
    JANUS;

    /** Whether there is a hall at all. */
    public boolean exists() {
        return this != NONE;
    }
}
