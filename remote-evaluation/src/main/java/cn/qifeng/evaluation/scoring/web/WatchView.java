package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.fault.domain.VoidedAttempt;
import java.util.List;

/** What supervisor and centre see of a session. */
record WatchView(
        String id,
        String tender,
        String lot,
        String name,
        String stage,
        int round,
        boolean again,
        String sheets,
        String screeningPlace,
        List<VoidedAttempt> voided,
        int size,
        int seated,
        int committed,
        int revealed,
        List<Progress> members) {}
