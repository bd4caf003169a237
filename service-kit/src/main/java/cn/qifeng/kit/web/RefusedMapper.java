package cn.qifeng.kit.web;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.Refused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;

/** The one place where a business refusal becomes {@code application/problem+json} (RFC 9457). */
@Provider
public class RefusedMapper implements ExceptionMapper<Refused> {

    @Override
    public Response toResponse(Refused refused) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "/problems/" + refused.code().code());
        problem.put("status", status(refused.code().kind()));
        problem.put("code", refused.code().code());
        problem.put("law", refused.code().law());
        refused.facts().forEach((name, value) -> problem.putIfAbsent(name, String.valueOf(value)));
        return Response.status(status(refused.code().kind()))
                .type("application/problem+json")
                .entity(problem)
                .build();
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case NOT_ALLOWED -> 403;
            case NOT_NOW -> 409;
            case INVALID -> 422;
        };
    }
}
