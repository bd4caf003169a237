package cn.qifeng.trading.draw.web;

import cn.qifeng.kit.access.Caller;
import cn.qifeng.trading.draw.application.AdvanceDraws;
import cn.qifeng.trading.draw.application.Draws;
import cn.qifeng.trading.draw.application.MyDraws;
import cn.qifeng.trading.draw.application.OpenMissing;
import cn.qifeng.trading.draw.application.TakePart;
import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** Draws for their parties; what a statement may do follows from its signature. */
@Path("/api/core/draws")
@Authenticated
class DrawResource {

    private final Draws draws;
    private final MyDraws myDraws;
    private final TakePart takePart;
    private final OpenMissing openMissing;
    private final AdvanceDraws advanceDraws;
    private final Caller caller;

    DrawResource(
            Draws draws,
            MyDraws myDraws,
            TakePart takePart,
            OpenMissing openMissing,
            AdvanceDraws advanceDraws,
            Caller caller) {
        this.draws = draws;
        this.myDraws = myDraws;
        this.takePart = takePart;
        this.openMissing = openMissing;
        this.advanceDraws = advanceDraws;
        this.caller = caller;
    }

    @GET
    @Path("/mine")
    public List<DrawView> mine() {
        return myDraws.of(caller.certificateId()).stream().map(DrawView::of).toList();
    }

    @GET
    @Path("/{id}")
    public DrawView one(@PathParam("id") UUID id) {
        return DrawView.of(draws.of(id));
    }

    @POST
    @Path("/{id}/commits")
    public DrawView commit(@PathParam("id") UUID id, ObjectNode statement) {
        return advanced(takePart.commit(id, Statement.from(statement)));
    }

    @POST
    @Path("/{id}/seals")
    public DrawView seal(@PathParam("id") UUID id, ObjectNode statement) {
        return advanced(takePart.seal(id, Statement.from(statement)));
    }

    @POST
    @Path("/{id}/reveals")
    public DrawView reveal(@PathParam("id") UUID id, ObjectNode statement) {
        return advanced(takePart.reveal(id, Statement.from(statement)));
    }

    @POST
    @Path("/{id}/shares")
    public DrawView share(@PathParam("id") UUID id, ObjectNode statement) {
        return advanced(openMissing.give(id, Statement.from(statement)));
    }

    private DrawView advanced(Drawing drawing) {
        advanceDraws.advance(drawing.id());
        return DrawView.of(draws.of(drawing.id()));
    }
}
