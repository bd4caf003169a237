package cn.qifeng.trading.notice.web;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.archive.application.DrawAsOfd;
import cn.qifeng.trading.archive.domain.ArchiveRefusal;
import cn.qifeng.trading.archive.domain.KeptDocument;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.notice.application.ReadNotices;
import cn.qifeng.trading.notice.domain.Notice;
import cn.qifeng.trading.tender.domain.DocumentSet;
import cn.qifeng.trading.tender.domain.NoticeQuery;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.TenderDraft;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Notices as data, and their documents. */
@Path("/api/core/public/tenders")
@PermitAll
class PublicTenderResource {

    private static final String PDF = "application/pdf";

    private final ReadNotices notices;
    private final Chain chain;
    private final LotKeySets keySets;
    private final DrawAsOfd drawAsOfd;

    PublicTenderResource(ReadNotices notices, Chain chain, LotKeySets keySets, DrawAsOfd drawAsOfd) {
        this.notices = notices;
        this.chain = chain;
        this.keySets = keySets;
        this.drawAsOfd = drawAsOfd;
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
            Instant deadline,
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
                    lot.deadline(),
                    lot.terms(),
                    lot.document(),
                    lot.trusteeSet(),
                    lot.publicationHash(),
                    lot.tenderCtx());
        }
    }

    /** The entry {@code tender/published} as docs/evidence.md section 3 has it, for whoever seals or audits. */
    record Entry(ObjectNode head, String salt, ObjectNode body) {

        static Entry of(RecordedEntry entry) {
            return new Entry(entry.head(), entry.salt(), entry.body());
        }
    }

    /**
     * A tender with its documents and further notices, the entry of its publication and the key set in it, and the id of
     * the set that bids are sealed to now.
     */
    record Whole(
            View tender,
            List<Document> documents,
            List<Further> notices,
            Entry publication,
            JsonNode keySet,
            String sealedTo) {}

    /** A further notice: its kind, and what the chain says. */
    record Further(String kind, Notice notice) {}

    @GET
    public List<View> search(
            @QueryParam("q") String words,
            @QueryParam("stage") String stage,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("size") @DefaultValue("200") int size) {
        var query = new NoticeQuery(words, StageGroup.of(stage).stages(), page, size);
        return notices.search(query).lots().stream().map(View::of).toList();
    }

    @GET
    @Path("/{id}")
    public Whole one(@PathParam("id") TenderId id) {
        var lot = notices.lot(id);
        var published = Entry.of(chain.entries(id).get(0));
        return new Whole(
                View.of(lot),
                notices.documents(id).stream().map(Document::of).toList(),
                notices.notices(id).stream()
                        .map(it -> new Further(it.kind(), it))
                        .toList(),
                published,
                published.body().get("keySet"),
                keySets.currentId(lot));
    }

    @GET
    @Path("/{id}/documents/{sm3}")
    public Response document(@PathParam("id") TenderId id, @PathParam("sm3") String sm3) {
        var document = notices.document(id, sm3);
        return file(document.name(), document.mediaType(), sm3, notices.content(document));
    }

    /** An official document once more as OFD (版式文件), sealed by the platform. */
    @GET
    @Path("/{id}/documents/{sm3}/ofd")
    public Response ofd(@PathParam("id") TenderId id, @PathParam("sm3") String sm3) {
        var document = notices.document(id, sm3);
        if (!PDF.equals(document.mediaType())) {
            throw ArchiveRefusal.NOT_OFFICIAL.with(
                    Facts.field("mediaType", document.mediaType(), PDF).map());
        }
        var name = document.name().replaceFirst("\\.pdf$", "") + ".ofd";
        return file(name, "application/ofd", sm3 + "-ofd", drawAsOfd.of(notices.content(document)));
    }

    private static Response file(String name, String mediaType, String tag, byte[] content) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content)
                .type(mediaType)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + tag.substring(0, 16) + "\"; filename*=UTF-8''" + encoded)
                .header("X-Content-Type-Options", "nosniff")
                .header("ETag", "\"" + tag + "\"")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .build();
    }
}
