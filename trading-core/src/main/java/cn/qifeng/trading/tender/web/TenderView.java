package cn.qifeng.trading.tender.web;

import cn.qifeng.trading.tender.domain.DocumentSet;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderDraft;
import java.time.Instant;

/** A tender as its agency sees it. */
record TenderView(
        String id,
        String lot,
        String project,
        String projectName,
        String lotCode,
        String unifiedDealCode,
        Stage stage,
        Instant deadline,
        TenderDraft draft,
        DocumentSet document,
        String publicationHash,
        String tenderCtx,
        String trusteeSet) {

    static TenderView of(Tender tender) {
        var publication = tender.publication();
        return new TenderView(
                tender.id().toString(),
                tender.lot().toString(),
                tender.project().id().toString(),
                tender.project().name(),
                tender.lotCode().value(),
                tender.dealCode().value(),
                tender.stage(),
                tender.bidDeadline().orElse(null),
                tender.draftIfAny().orElse(null),
                tender.documents(),
                publication.map(Tender.Publication::hash).orElse(null),
                publication.map(Tender.Publication::tenderCtx).orElse(null),
                publication.map(Tender.Publication::trusteeSet).orElse(null));
    }
}
