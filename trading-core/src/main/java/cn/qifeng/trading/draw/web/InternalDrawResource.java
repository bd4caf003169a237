package cn.qifeng.trading.draw.web;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.draw.application.AdvanceDraws;
import cn.qifeng.trading.draw.application.Draws;
import cn.qifeng.trading.draw.domain.DrawPurpose;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** Draws that another service asks for; idempotent by id. */
@Path("/internal/draws")
@RolesAllowed(Role.SERVICE)
class InternalDrawResource {

    private final Draws draws;
    private final AdvanceDraws advanceDraws;

    InternalDrawResource(Draws draws, AdvanceDraws advanceDraws) {
        this.draws = draws;
        this.advanceDraws = advanceDraws;
    }

    /** A draw to be held; the id is the caller's. */
    record Request(
            UUID id,
            UUID tender,
            DrawPurpose purpose,
            List<String> pool,
            int picks,
            List<String> parties,
            String set) {}

    @POST
    public DrawView open(Request request) {
        draws.open(
                request.id(),
                new TenderId(request.tender()),
                request.purpose(),
                request.pool(),
                request.picks(),
                request.parties(),
                request.set());
        advanceDraws.advance(request.id());
        return DrawView.of(draws.of(request.id()));
    }

    /** The draw that counts now for whoever asked for this one. */
    @GET
    @Path("/{id}")
    public DrawView one(@PathParam("id") UUID id) {
        return DrawView.of(draws.current(id));
    }
}
