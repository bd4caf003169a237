package cn.qifeng.trading.tender.persistence;

import cn.qifeng.kernel.LotCode;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.UnifiedDealCode;
import cn.qifeng.trading.tender.domain.DocumentSet;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderDraft;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity(name = "Tender")
@Table(name = "tender")
class TenderRow {

    private static final int LOT_NAME_MAX = 200;

    @Id
    UUID id;

    @Column(name = "lot_id", nullable = false)
    UUID lotId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "project_id", nullable = false)
    ProjectRow project;

    @Column(name = "lot_code", nullable = false, length = 23)
    String lotCode;

    @Column(name = "deal_code", nullable = false, length = 40)
    String dealCode;

    @Column(name = "lot_name", length = LOT_NAME_MAX)
    String lotName;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 30)
    Stage stage;

    @Column(name = "bid_deadline")
    Instant bidDeadline;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String draft;

    @Column(name = "doc_version", nullable = false)
    int docVersion;

    @Column(name = "template_sm3", length = 64)
    String templateSm3;

    @Column(name = "docx_sm3", length = 64)
    String docxSm3;

    @Column(name = "pdf_sm3", length = 64)
    String pdfSm3;

    @Column(name = "bill_sm3", length = 64)
    String billSm3;

    @Column(name = "publication_hash", length = 64)
    String publicationHash;

    @Column(name = "tender_ctx", length = 64)
    String tenderCtx;

    @Column(name = "trustee_set", length = 64)
    String trusteeSet;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Version
    @Column(name = "row_version", nullable = false)
    int rowVersion;

    /** Copies what may have changed. */
    void take(Tender tender, String draftJson) {
        stage = tender.stage();
        draft = draftJson;
        lotName = tender.draftIfAny().map(TenderRow::sought).orElse(null);
        bidDeadline = tender.bidDeadline().orElse(null);
        docVersion = tender.documents().version();
        templateSm3 = tender.documents().template();
        docxSm3 = tender.documents().docx();
        pdfSm3 = tender.documents().pdf();
        billSm3 = tender.documents().bill();
        tender.publication().ifPresent(fixed -> {
            publicationHash = fixed.hash();
            tenderCtx = fixed.tenderCtx();
            trusteeSet = fixed.trusteeSet();
            publishedAt = fixed.at();
        });
    }

    /** Name of the lot as far as it is searched. */
    private static String sought(TenderDraft draft) {
        var name = draft.lotName();
        return name == null || name.length() <= LOT_NAME_MAX ? name : name.substring(0, LOT_NAME_MAX);
    }

    Tender toDomain(TenderDraft read) {
        var publication = publicationHash == null
                ? null
                : new Tender.Publication(publicationHash, tenderCtx, trusteeSet, publishedAt);
        return Tender.restore(
                new TenderId(id),
                new LotId(lotId),
                project.toDomain(),
                new LotCode(lotCode),
                new UnifiedDealCode(dealCode),
                read,
                new DocumentSet(docVersion, templateSm3, docxSm3, pdfSm3, billSm3),
                publication,
                publication == null ? null : bidDeadline,
                stage);
    }
}
