package cn.qifeng.trading.tender.application;

import cn.qifeng.trading.tender.domain.AwardSetting;
import cn.qifeng.trading.tender.domain.Organisation;
import cn.qifeng.trading.tender.domain.PanelSetting;
import cn.qifeng.trading.tender.domain.ReviewItem;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderDraft;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The publication doc (发布声明) that the agency signs; docs/evidence.md section 9. */
final class PublicationDoc {

    private PublicationDoc() {}

    static ObjectNode of(Tender tender, String trusteeSet) {
        var draft = tender.draft();
        var doc = CanonicalJson.object()
                .put("type", "tender-publication")
                .put("v", 1)
                .put("tender", tender.id().toString())
                .put("version", tender.documents().version())
                .put("openingMode", draft.openingMode())
                .put("openingStepMinutes", draft.openingStepMinutes())
                .put("trusteeSet", trusteeSet)
                .put("bidValidityDays", draft.bidValidityDays())
                .put("durationDaysMax", draft.durationDaysMax())
                .put("quality", draft.quality());
        if (draft.releaseMinutes() != null) {
            doc.put("releaseMinutes", draft.releaseMinutes());
        }
        doc.set("lot", lot(tender));
        doc.set("project", project(tender));
        doc.set("procuringEntity", organisation(tender.project().procuringEntity()));
        doc.set("agency", organisation(tender.project().agency()));
        doc.set("document", document(tender));
        doc.put("bill", tender.documents().bill());
        doc.set("schedule", schedule(draft));
        doc.set("panel", panel(draft));
        doc.set("method", MethodDoc.of(draft.method()));
        criteria(doc, draft);
        doc.set("security", security(draft));
        doc.set("award", award(draft.award()));
        doc.set("notice", notice(draft.notice()));
        return doc;
    }

    private static ObjectNode lot(Tender tender) {
        return CanonicalJson.object()
                .put("id", tender.lot().toString())
                .put("code", tender.lotCode().value())
                .put("name", tender.draft().lotName())
                .put("unifiedDealCode", tender.dealCode().value())
                .put("region", tender.project().region())
                .put("estimateFen", tender.draft().estimateFen())
                .put("ceilingFen", tender.draft().ceilingFen());
    }

    private static ObjectNode project(Tender tender) {
        return CanonicalJson.object()
                .put("code", tender.project().code().value())
                .put("name", tender.project().name())
                .put("kind", tender.project().kind());
    }

    private static ObjectNode organisation(Organisation organisation) {
        return CanonicalJson.object()
                .put("name", organisation.name())
                .put("uscc", organisation.uscc().value());
    }

    private static ObjectNode document(Tender tender) {
        return CanonicalJson.object()
                .put("version", tender.documents().version())
                .put("docx", tender.documents().docx())
                .put("pdf", tender.documents().pdf());
    }

    private static ObjectNode schedule(TenderDraft draft) {
        var schedule = draft.schedule();
        return CanonicalJson.object()
                .put("issuedAt", Moments.format(schedule.issuedAt()))
                .put("questionDeadline", Moments.format(schedule.questionDeadline()))
                .put("clarificationDeadline", Moments.format(schedule.clarificationDeadline()))
                .put("objectionDeadline", Moments.format(schedule.objectionDeadline()))
                .put("bidDeadline", Moments.format(schedule.bidDeadline()))
                .put("openingAt", Moments.format(schedule.bidDeadline()));
    }

    private static ObjectNode panel(TenderDraft draft) {
        var panel = draft.panel();
        var doc = CanonicalJson.object()
                .put("size", panel.size())
                .put("tendererSeats", panel.tendererSeats())
                .put("source", panel.provincial() ? PanelSetting.PROVINCIAL : PanelSetting.OWN);
        if (panel.governmentFunds() != null) {
            doc.put("governmentFunds", panel.governmentFunds());
        }
        if (panel.evaluationHours() != null) {
            doc.put("evaluationHours", panel.evaluationHours());
        }
        if (panel.library() != null) {
            doc.putObject("library")
                    .put("name", panel.library().name())
                    .put("uscc", panel.library().uscc());
        }
        return doc;
    }

    private static void criteria(ObjectNode doc, TenderDraft draft) {
        var list = doc.putArray("criteria");
        draft.criteria()
                .forEach(criterion -> list.addObject()
                        .put("item", criterion.item())
                        .put("name", criterion.name())
                        .put("max", criterion.max())
                        .put("kind", criterion.kind().name()));
        if (!draft.review().isEmpty()) {
            var review = doc.putArray("review");
            draft.review().forEach(one -> review(review.addObject(), one));
        }
    }

    private static void review(ObjectNode doc, ReviewItem one) {
        doc.put("item", one.item())
                .put("part", one.part().name())
                .put("name", one.name())
                .put("ground", one.ground())
                .put("page", one.page());
        if (one.about() != ReviewItem.Evidence.FILES) {
            doc.put("about", one.about().name());
        }
    }

    private static ObjectNode security(TenderDraft draft) {
        var doc = CanonicalJson.object().put("amountFen", draft.security().amountFen());
        texts(doc, "forms", draft.security().forms());
        return doc;
    }

    private static ObjectNode award(AwardSetting award) {
        var doc = CanonicalJson.object()
                .put("mode", award.mode())
                .put("finalistsMax", award.finalistsMax())
                .put("committeeSize", award.committeeSize())
                .put("roundsMax", award.roundsMax())
                .put("publicityDays", award.publicityDays());
        if (award.byRank()) {
            return doc.put("stateControlled", award.stateControlled());
        }
        doc.putObject("pilotBasis")
                .put("documentNo", award.pilotBasis().documentNo())
                .put("issuer", award.pilotBasis().issuer())
                .put("scope", award.pilotBasis().scope())
                .put("example", award.pilotBasis().example());
        return doc;
    }

    private static ObjectNode notice(TenderDraft.NoticeText notice) {
        var doc = CanonicalJson.object()
                .put("approval", notice.approval())
                .put("fundSource", notice.fundSource())
                .put("location", notice.location())
                .put("scale", notice.scale())
                .put("qualification", notice.qualification())
                .put("leaderQualification", notice.leaderQualification())
                .put("consortium", notice.consortium())
                .put("objectionChannel", notice.objectionChannel())
                .put("supervisor", notice.supervisor());
        texts(doc, "contacts", notice.contacts());
        return doc;
    }

    private static void texts(ObjectNode doc, String name, List<String> values) {
        var array = doc.putArray(name);
        values.forEach(array::add);
    }
}
