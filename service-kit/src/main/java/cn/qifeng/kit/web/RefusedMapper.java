package cn.qifeng.kit.web;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.Refused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The one place where a business refusal becomes {@code application/problem+json} (RFC 9457). */
@Provider
public class RefusedMapper implements ExceptionMapper<Refused> {

    @Override
    public Response toResponse(Refused refused) {
        return response(refused);
    }

    static Response response(Refused refused) {
        var code = refused.code();
        return Problem.response(status(code.kind()), code.code(), code.law(), refused.facts());
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
