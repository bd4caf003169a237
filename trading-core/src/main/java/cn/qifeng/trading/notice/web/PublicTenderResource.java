package cn.qifeng.trading.notice.web;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.archive.domain.KeptDocument;
import cn.qifeng.trading.notice.application.ReadNotices;
import cn.qifeng.trading.notice.domain.Notice;
import cn.qifeng.trading.tender.domain.DocumentSet;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.TenderDraft;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Notices as data, and their documents. */
@Path("/api/core/public/tenders")
@PermitAll
class PublicTenderResource {

    private final ReadNotices notices;

    PublicTenderResource(ReadNotices notices) {
        this.notices = notices;
    }

    /** An organisation by its public facts. */
    record Organisation(String name, String uscc) {

        static Organisation of(cn.qifeng.trading.tender.domain.Organisation organisation) {
            return new Organisation(organisation.name(), organisation.uscc().value());
        }
    }

    /** A public document. */
    record Document(String name, String mediaType, long length, String sm3) {

        static Document of(KeptDocument document) {
            return new Document(document.name(), document.mediaType(), document.length(), document.sm3());
        }
    }

    /** A published tender with its lot. */
    record View(
            String tender,
            String lot,
            String lotCode,
            String unifiedDealCode,
            String name,
            String projectName,
            String region,
            Organisation procuringEntity,
            Organisation agency,
            Stage stage,
            TenderDraft terms,
            DocumentSet document,
            String trusteeSet,
            String publicationHash,
            String tenderCtx) {

        static View of(PublishedLot lot) {
            return new View(
                    lot.tender().toString(),
                    lot.lot().toString(),
                    lot.code().value(),
                    lot.dealCode().value(),
                    lot.name(),
                    lot.projectName(),
                    lot.region(),
                    Organisation.of(lot.procuringEntity()),
                    Organisation.of(lot.agency()),
                    lot.stage(),
                    lot.terms(),
                    lot.document(),
                    lot.trusteeSet(),
                    lot.publicationHash(),
                    lot.tenderCtx());
        }
    }

    /** A tender with its documents and further notices. */
    record Whole(View tender, List<Document> documents, List<Notice> notices) {}

    @GET
    public List<View> search(@QueryParam("q") String words) {
        return notices.search(words).stream().map(View::of).toList();
    }

    @GET
    @Path("/{id}")
    public Whole one(@PathParam("id") TenderId id) {
        return new Whole(
                View.of(notices.lot(id)),
                notices.documents(id).stream().map(Document::of).toList(),
                notices.notices(id));
    }

    @GET
    @Path("/{id}/documents/{sm3}")
    public Response document(@PathParam("id") TenderId id, @PathParam("sm3") String sm3) {
        var document = notices.document(id, sm3);
        String name = URLEncoder.encode(document.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(notices.content(document))
                .type(document.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + sm3.substring(0, 16) + "\"; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("ETag", "\"" + sm3 + "\"")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .build();
    }
}
