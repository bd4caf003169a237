package cn.qifeng.evaluation.report.application;

import cn.qifeng.evaluation.adjustment.domain.AdjustmentFinding;
import cn.qifeng.evaluation.blind.domain.BlindFile;
import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.fault.domain.VoidedAttempt;
import cn.qifeng.evaluation.information.domain.InformationRequest;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.RevealedJudgements;
import cn.qifeng.evaluation.scoring.domain.RevealedSheets;
import cn.qifeng.evaluation.worktime.domain.EvaluationTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that an evaluation report tells (评标报告内容). */
public record ReportContent(
        EvaluationSession session,
        EvaluationResult result,
        RevealedSheets sheets,
        List<Rejection> proposals,
        List<Clarification> clarifications,
        List<InformationRequest> information,
        List<AdjustmentFinding> findings,
        List<BlindFile> blindFiles,
        EvaluationTime time,
        Optional<ReviewedOnceMore> onceMore,
        List<VoidedAttempt> voided,
        Optional<RevealedJudgements> judgements,
        Instant madeAt,
        boolean sandbox) {

    public ReportContent {
        proposals = List.copyOf(proposals);
        clarifications = List.copyOf(clarifications);
        information = List.copyOf(information);
        findings = List.copyOf(findings);
        blindFiles = List.copyOf(blindFiles);
        voided = List.copyOf(voided);
    }
}
