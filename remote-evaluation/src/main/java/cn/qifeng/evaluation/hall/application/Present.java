package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.domain.Participant;

/** Somebody who is in the hall now (在场者). */
final class Present {

    private final Participant who;
    private final Line line;
    private final String address;
    private volatile Sending sending = Sending.NOTHING;

    Present(Participant who, Line line, String address) {
        this.who = who;
        this.line = line;
        this.address = address;
    }

    Participant who() {
        return who;
    }

    Line line() {
        return line;
    }

    String address() {
        return address;
    }

    Sending sending() {
        return sending;
    }

    void sends(Sending next) {
        sending = next;
    }
}
