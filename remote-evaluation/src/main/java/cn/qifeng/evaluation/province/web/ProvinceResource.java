package cn.qifeng.evaluation.province.web;

import cn.qifeng.evaluation.province.application.AnswerAsProvince;
import cn.qifeng.evaluation.province.domain.ProvinceRefusal;
import cn.qifeng.kit.mode.RunningMode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the sandbox library is asked; it answers whoever shows the library's token, and in the sandbox only. */
@Path("/sandbox/expert-library")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
class ProvinceResource {

    private static final String TOKEN = "X-Library-Token";

    private final AnswerAsProvince answer;
    private final RunningMode mode;
    private final Optional<String> token;

    ProvinceResource(
            AnswerAsProvince answer,
            RunningMode mode,
            @ConfigProperty(name = "qifeng.library.token") Optional<String> token) {
        this.answer = answer;
        this.mode = mode;
        this.token = token;
    }

    @POST
    @Path("/pools")
    public ObjectNode pool(@HeaderParam(TOKEN) String shown, JsonNode body) {
        admit(shown);
        return answer.pool(body);
    }

    @POST
    @Path("/calls")
    public ObjectNode call(@HeaderParam(TOKEN) String shown, JsonNode body) {
        admit(shown);
        return answer.call(body);
    }

    @POST
    @Path("/identities")
    public ObjectNode identity(@HeaderParam(TOKEN) String shown, JsonNode body) {
        admit(shown);
        return answer.identity(body);
    }

    private void admit(String shown) {
        if (!mode.sandbox()) {
            throw ProvinceRefusal.NO_SANDBOX.refused();
        }
        var expected = token.orElse("").getBytes(StandardCharsets.UTF_8);
        var given = (shown == null ? "" : shown).getBytes(StandardCharsets.UTF_8);
        if (expected.length == 0 || !MessageDigest.isEqual(expected, given)) {
            throw ProvinceRefusal.UNKNOWN_PLATFORM.refused();
        }
    }
}
