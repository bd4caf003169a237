package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.List;

/** A panel was dissolved for a fault (评标委员会解散); {@code persons} are those who knew of the evaluation. */
record PanelDissolved(SessionId session, int fault, List<String> persons) {
    PanelDissolved {
        persons = List.copyOf(persons);
    }
}
