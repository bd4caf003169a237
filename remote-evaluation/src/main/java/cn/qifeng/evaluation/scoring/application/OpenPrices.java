package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.blind.application.ReadBlindFiles;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.rework.application.ReadReworks;
import jakarta.enterprise.context.ApplicationScoped;

/** What follows when prices open (开启报价): blind files are named, and what the panel has to vote on is proposed. */
@ApplicationScoped
class OpenPrices {

    private final ReadBlindFiles blindFiles;
    private final ProposeRejection proposeRejection;
    private final ReadSheets readSheets;
    private final ReadReworks reworks;

    OpenPrices(
            ReadBlindFiles blindFiles, ProposeRejection proposeRejection, ReadSheets readSheets, ReadReworks reworks) {
        this.blindFiles = blindFiles;
        this.proposeRejection = proposeRejection;
        this.readSheets = readSheets;
        this.reworks = reworks;
    }

    /** Of a session whose prices are open or that ended before; once, and not in a re-review. */
    void open(EvaluationSession session) {
        if (!session.stage().isFrom(Stage.REVIEWING)
                || !reworks.of(session.id()).isEmpty()) {
            return;
        }
        blindFiles.open(session);
        if (session.stage() == Stage.REVIEWING) {
            proposeRejection.aboveCeiling(session);
            proposeRejection.foundWhileScoring(session, readSheets.of(session));
        }
    }
}
