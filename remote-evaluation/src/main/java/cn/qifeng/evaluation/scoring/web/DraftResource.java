package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.scoring.application.KeepDraft;
import cn.qifeng.evaluation.scoring.domain.SheetDraft;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** A member's own sealed draft. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
class DraftResource {

    private final KeepDraft keepDraft;
    private final Caller caller;

    DraftResource(KeepDraft keepDraft, Caller caller) {
        this.keepDraft = keepDraft;
        this.caller = caller;
    }

    @GET
    @Path("/sheets/draft")
    public Draft read(@PathParam("id") String id) {
        return keepDraft.read(SessionIds.of(id), person()).map(Draft::of).orElse(Draft.NONE);
    }

    @PUT
    @Path("/sheets/draft")
    public Draft keep(@PathParam("id") String id, Kept kept) {
        return Draft.of(keepDraft.keep(SessionIds.of(id), person(), kept.n(), kept.sealed()));
    }

    private String person() {
        return caller.personId().toString();
    }

    /** What a client hands in. */
    record Kept(long n, String sealed) {}

    /** What it gets back; {@code n} is 0 where there is none. */
    record Draft(long n, String sealed, Instant keptAt) {

        private static final Draft NONE = new Draft(0, null, null);

        static Draft of(SheetDraft draft) {
            return new Draft(draft.n(), draft.sealed(), draft.keptAt());
        }
    }
}
