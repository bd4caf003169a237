package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.scoring.application.Repair;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a member sees of its session.
 *
 * @param blind whether technical files are read in their canonical form until all sheets are revealed
 */
record MemberView(
        String id,
        String tender,
        String lot,
        String name,
        String stage,
        int round,
        boolean blind,
        Me me,
        PanelView panel,
        List<Item> criteria,
        ReasonLimits reasons,
        Repair repair,
        ReworkTerms rework,
        List<LabelledBid> bids,
        List<Unit> bidders,
        JsonNode keySet,
        List<RejectionView> rejections,
        PriceTerms terms,
        ResultView result) {}
