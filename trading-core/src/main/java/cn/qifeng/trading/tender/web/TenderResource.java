package cn.qifeng.trading.tender.web;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.tender.application.NameTrustees;
import cn.qifeng.trading.tender.application.OwnTenders;
import cn.qifeng.trading.tender.application.PublishTender;
import cn.qifeng.trading.tender.application.WriteTender;
import cn.qifeng.trading.tender.domain.BillReader.Bill;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.TenderDraft;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** The agency's work on a tender (招标编制与发布) over HTTP. */
@Path("/api/core/tenders")
@RolesAllowed(Role.AGENCY)
class TenderResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OwnTenders own;
    private final WriteTender write;
    private final NameTrustees trustees;
    private final PublishTender publish;
    private final Caller caller;

    TenderResource(OwnTenders own, WriteTender write, NameTrustees trustees, PublishTender publish, Caller caller) {
        this.own = own;
        this.write = write;
        this.trustees = trustees;
        this.publish = publish;
        this.caller = caller;
    }

    /** Fields of the template that do not follow from the draft. */
    record Filling(Map<String, Object> fields) {}

    /** Accounts of the trustees and how many of them open. */
    record Trustees(List<String> members, int threshold) {}

    /** The ceremony that was opened. */
    record Ceremony(String id, int threshold, int members) {}

    /** What is published now. */
    record Published(String tender, String lot, String publicationHash, String tenderCtx, String trusteeSet) {

        static Published of(PublishedLot lot) {
            return new Published(
                    lot.tender().toString(),
                    lot.lot().toString(),
                    lot.publicationHash(),
                    lot.tenderCtx(),
                    lot.trusteeSet());
        }
    }

    @GET
    @Path("/mine")
    public List<TenderView> mine() {
        return own.of(caller.partyId()).stream().map(TenderView::of).toList();
    }

    @GET
    @Path("/{id}")
    public TenderView one(@PathParam("id") TenderId id) {
        return TenderView.of(own.of(id, caller.partyId()));
    }

    @PUT
    @Path("/{id}/draft")
    public TenderView draft(@PathParam("id") TenderId id, TenderDraft draft) {
        return TenderView.of(write.draft(id, draft, caller.partyId()));
    }

    @PUT
    @Path("/{id}/template")
    @Consumes({DOCX, MediaType.APPLICATION_OCTET_STREAM})
    public TenderView template(@PathParam("id") TenderId id, byte[] docx) {
        return TenderView.of(write.template(id, docx, caller.partyId()));
    }

    @PUT
    @Path("/{id}/bill")
    @Consumes({XLSX, MediaType.APPLICATION_OCTET_STREAM})
    public Bill bill(@PathParam("id") TenderId id, byte[] xlsx) {
        return write.bill(id, xlsx, caller.partyId());
    }

    @POST
    @Path("/{id}/document")
    public TenderView document(@PathParam("id") TenderId id, Filling filling) {
        Map<String, Object> fields = filling == null || filling.fields() == null ? Map.of() : filling.fields();
        return TenderView.of(write.render(id, fields, caller.partyId()));
    }

    @POST
    @Path("/{id}/key-set")
    public Ceremony keySet(@PathParam("id") TenderId id, Trustees named) {
        var ceremony = trustees.name(id, named.members(), named.threshold(), caller.partyId());
        return new Ceremony(
                ceremony.id().toString(), ceremony.threshold(), ceremony.seats().size());
    }

    @GET
    @Path("/{id}/publication/to-sign")
    public ObjectNode toSign(@PathParam("id") TenderId id) {
        return publish.toSign(id, caller.partyId());
    }

    @POST
    @Path("/{id}/publication")
    public Published publish(@PathParam("id") TenderId id, ObjectNode statement) {
        return Published.of(publish.publish(id, Statement.from(statement), caller.partyId()));
    }
}
