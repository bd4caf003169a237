package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.fault.domain.VoidedAttempt;
import cn.qifeng.evaluation.scoring.application.Repair;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a member sees of its session.
 *
 * @param again whether the sheets of this round are written once more, which needs a reason
 * @param sheets what is written in this round, {@code SCREENING} or {@code TECHNICAL}
 * @param screeningPlace whether a preliminary review stands before the technical sheets ({@code FIRST}), behind them
 *     ({@code BEHIND}), or nowhere ({@code NONE})
 * @param voided former attempts that decisions on faults made void; this one comes behind them
 * @param blind whether technical files are read in their canonical form until all sheets are revealed
 */
record MemberView(
        String id,
        String tender,
        String lot,
        String name,
        String stage,
        int round,
        boolean again,
        String sheets,
        String screeningPlace,
        boolean blind,
        List<VoidedAttempt> voided,
        Me me,
        PanelView panel,
        List<Item> criteria,
        ScreeningView screening,
        ReasonLimits reasons,
        Repair repair,
        ReworkTerms rework,
        List<LabelledBid> bids,
        List<Unit> bidders,
        JsonNode keySet,
        List<RejectionView> rejections,
        PriceTerms terms,
        boolean procurement,
        ResultView result) {}
