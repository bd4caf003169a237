package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.panel.application.BidFiles.IndexLine;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.scoring.application.CommitSheet;
import cn.qifeng.evaluation.scoring.application.ConcludeReview;
import cn.qifeng.evaluation.scoring.application.ReadBidFile;
import cn.qifeng.evaluation.scoring.application.ReadLetter;
import cn.qifeng.evaluation.scoring.application.RevealSheet;
import cn.qifeng.evaluation.scoring.application.SettleScreening;
import cn.qifeng.evaluation.scoring.domain.Competition;
import cn.qifeng.evaluation.scoring.domain.Letter;
import cn.qifeng.kernel.ByteRange;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Files, sheets and conclusion of a session. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
class ScoringResource {

    private final CommitSheet commitSheet;
    private final RevealSheet revealSheet;
    private final ConcludeReview concludeReview;
    private final SettleScreening settleScreening;
    private final ReadBidFile readBidFile;
    private final ReadLetter readLetter;
    private final Caller caller;

    ScoringResource(
            CommitSheet commitSheet,
            RevealSheet revealSheet,
            ConcludeReview concludeReview,
            SettleScreening settleScreening,
            ReadBidFile readBidFile,
            ReadLetter readLetter,
            Caller caller) {
        this.commitSheet = commitSheet;
        this.revealSheet = revealSheet;
        this.concludeReview = concludeReview;
        this.settleScreening = settleScreening;
        this.readBidFile = readBidFile;
        this.readLetter = readLetter;
        this.caller = caller;
    }

    @GET
    @Path("/bids/{label}/files/{role}")
    @Produces(MediaType.WILDCARD)
    public Response file(
            @PathParam("id") String id,
            @PathParam("label") String label,
            @PathParam("role") String role,
            @HeaderParam("Range") String range) {
        var file = readBidFile.read(SessionIds.of(id), person(), label, role, ByteRange.of(range));
        var answer = Response.ok(file.content().bytes()).type(MediaType.APPLICATION_OCTET_STREAM);
        file.content()
                .range()
                .ifPresent(
                        part -> answer.status(Response.Status.PARTIAL_CONTENT).header("Content-Range", part));
        if (file.content().length() >= 0) {
            answer.header(HttpHeaders.CONTENT_LENGTH, file.content().length());
        }
        return answer.header("Accept-Ranges", "bytes")
                .header("X-Media-Type", file.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/bids/{label}/index")
    public List<IndexLine> index(@PathParam("id") String id, @PathParam("label") String label) {
        return readBidFile.index(SessionIds.of(id), person(), label);
    }

    /** What the letter of a bid promises; its price once prices are open. */
    @GET
    @Path("/bids/{label}/letter")
    public Letter letter(@PathParam("id") String id, @PathParam("label") String label) {
        return readLetter.of(SessionIds.of(id), person(), label);
    }

    @GET
    @Path("/sheets/to-sign")
    public ObjectNode sheetToSign(@PathParam("id") String id) {
        return commitSheet.toSign(SessionIds.of(id), person());
    }

    @POST
    @Path("/sheets/commits")
    public void commit(@PathParam("id") String id, JsonNode statement) {
        commitSheet.commit(SessionIds.of(id), person(), statement);
    }

    @POST
    @Path("/sheets/reveals")
    public void reveal(@PathParam("id") String id, JsonNode statement) {
        revealSheet.reveal(SessionIds.of(id), person(), statement);
    }

    @POST
    @Path("/conclusion")
    public ResultView conclude(@PathParam("id") String id, Conclusion conclusion) {
        return ResultView.of(concludeReview.conclude(SessionIds.of(id), person(), conclusion.toDomain()));
    }

    /** Ends the preliminary review. */
    @POST
    @Path("/screening/conclusion")
    public void settle(@PathParam("id") String id, Conclusion conclusion) {
        settleScreening.conclude(SessionIds.of(id), person(), conclusion.toDomain());
    }

    private String person() {
        return caller.personId().toString();
    }

    /** What the leader ends the review with. */
    record Conclusion(Finding competition) {

        Optional<Competition> toDomain() {
            return Optional.ofNullable(competition)
                    .map(it -> new Competition(it.choice(), it.finding() == null ? "" : it.finding()));
        }
    }

    /** Choice and reasoning on competition. */
    record Finding(Competition.Choice choice, String finding) {}
}
