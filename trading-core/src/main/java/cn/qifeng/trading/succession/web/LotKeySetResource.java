package cn.qifeng.trading.succession.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.succession.application.DeclareKeyLost;
import cn.qifeng.trading.succession.application.ShowKeySets;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Key sets of a published lot (标段密钥组): public, as their entries are; a trustee declares its own key lost. */
@Path("/api/core/lots/{lot}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class LotKeySetResource {

    private final ShowKeySets show;
    private final DeclareKeyLost declare;

    LotKeySetResource(ShowKeySets show, DeclareKeyLost declare) {
        this.show = show;
        this.declare = declare;
    }

    @GET
    @Path("/key-sets")
    @PermitAll
    public List<LotKeySetView> all(@PathParam("lot") LotId lot) {
        return show.of(lot).stream().map(LotKeySetView::of).toList();
    }

    @POST
    @Path("/key-losses")
    @Authenticated
    public void lost(@PathParam("lot") LotId lot, ObjectNode statement) {
        declare.declare(lot, Statement.from(statement));
    }
}
