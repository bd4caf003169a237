package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.scoring.application.OpenSheets;
import cn.qifeng.evaluation.scoring.application.OpenSheets.SealedSheets;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sheets that their members did not reveal, for the trustees of the session's set. Translates; decides nothing. */
@Path("/api/evaluation/sealed-sheets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
class SealedSheetResource {

    private final OpenSheets openSheets;
    private final Caller caller;

    SealedSheetResource(OpenSheets openSheets, Caller caller) {
        this.openSheets = openSheets;
        this.caller = caller;
    }

    @GET
    public List<ObjectNode> mine() {
        var certificate = caller.certificateId();
        return openSheets.of(certificate).stream()
                .map(it -> view(it, certificate))
                .toList();
    }

    @POST
    @Path("/{id}/shares")
    public void give(@PathParam("id") String id, JsonNode statement) {
        openSheets.give(SessionIds.of(id), caller.certificateId(), statement);
    }

    private static ObjectNode view(SealedSheets sealed, String certificate) {
        var session = sealed.session();
        var view = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("tender", session.order().tender().toString())
                .put("name", session.order().name())
                .put("version", session.round())
                .put("set", session.ceremony().set().orElseThrow());
        view.set(
                "keySet",
                CanonicalJson.decode(
                        session.ceremony().keySetJson().orElseThrow().getBytes(StandardCharsets.UTF_8)));
        var sheets = view.putArray("sheets");
        sealed.sheets().forEach(it -> {
            var sheet = sheets.addObject()
                    .put("member", it.member())
                    .put("given", it.shares().containsKey(certificate));
            sheet.set("note", SealedSheets.note(it).toDoc());
        });
        return view;
    }
}
