package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.fault.domain.Fault;
import cn.qifeng.evaluation.fault.domain.Faults;
import cn.qifeng.evaluation.fault.domain.VoidedAttempt;
import cn.qifeng.evaluation.panel.domain.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Tells which attempts of an evaluation are void (查询作废的评审), for its pages and its report. */
@ApplicationScoped
public class ReadVoided {

    private final Faults faults;

    ReadVoided(Faults faults) {
        this.faults = faults;
    }

    /** Those of a session in their order; the one that runs, or whose report is signed, comes behind them. */
    @Transactional
    public List<VoidedAttempt> of(SessionId id) {
        return faults.of(id).stream()
                .map(Fault::voided)
                .flatMap(Optional::stream)
                .toList();
    }
}
