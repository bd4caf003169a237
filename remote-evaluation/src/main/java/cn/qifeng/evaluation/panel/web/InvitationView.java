package cn.qifeng.evaluation.panel.web;

import cn.qifeng.evaluation.panel.application.ConvenePanel.Invitation;
import java.time.Instant;

/** An invitation as the invited person sees it; absent where it has no value. */
record InvitationView(Instant startsAt, String place, Instant answerBy) {

    static InvitationView of(Invitation told) {
        return new InvitationView(
                told.startsAt().orElse(null), told.place(), told.answerBy().orElse(null));
    }
}
