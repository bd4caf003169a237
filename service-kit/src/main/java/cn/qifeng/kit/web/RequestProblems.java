package cn.qifeng.kit.web;

import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.access.AccessRefusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes problem documents of what goes wrong before or beside the rules: bad requests, missing rights, bugs. */
public class RequestProblems {

    private static final Logger LOG = Logger.getLogger(RequestProblems.class);

    /** 401: no token, or one that does not verify. */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthorized(SecurityException e) {
        return Problem.response(401, "access/not-logged-in", "", Map.of());
    }

    /** 403: a token whose roles do not suffice. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return Problem.response(403, AccessRefusal.ROLE_REQUIRED.code(), "", Map.of());
    }

    /** 422: a value that breaks a declared constraint; the first one is named. */
    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        var facts = new LinkedHashMap<String, Object>();
        e.getConstraintViolations().stream().findFirst().ifPresent(violation -> {
            facts.put("field", path(violation));
            facts.put("seen", violation.getInvalidValue());
            facts.put("expected", violation.getMessage());
        });
        return Problem.response(422, "request/invalid", "", facts);
    }

    /** 400: JSON of another shape than expected. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException e) {
        return malformed(e);
    }

    /** Whatever the framework itself refuses: not JSON, no such page, wrong method or media type, too large. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json);
        }
        if (status >= 500) {
            return bug(e);
        }
        if (status < 400 || e.getResponse().hasEntity()) {
            return e.getResponse();
        }
        return Problem.response(status, code(status), "", Map.of());
    }

    /** 500: a bug; only a trace id leaves the house. */
    @ServerExceptionMapper
    public Response bug(Throwable e) {
        String trace = UUID.randomUUID().toString();
        LOG.errorf(e, "trace %s", trace);
        return Problem.response(500, "platform/fault", "", Map.of("trace", trace));
    }

    /** A value that a rule refused while it was read keeps the code of that rule. */
    private static Response malformed(JsonProcessingException e) {
        if (e.getCause() instanceof Refused refused) {
            return RefusedMapper.response(refused);
        }
        var facts = new LinkedHashMap<String, Object>();
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var path = new StringBuilder("$");
            mapping.getPath()
                    .forEach(step -> path.append(
                            step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName()));
            facts.put("field", path);
        }
        if (e.getLocation() != null) {
            facts.put("line", e.getLocation().getLineNr());
            facts.put("column", e.getLocation().getColumnNr());
        }
        return Problem.response(400, "request/malformed", "", facts);
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "access/not-logged-in";
            case 403 -> AccessRefusal.ROLE_REQUIRED.code();
            case 404 -> "request/not-found";
            case 405 -> "request/method-not-allowed";
            case 406, 415 -> "request/media-type";
            case 413 -> "request/too-large";
            default -> "request/bad";
        };
    }

    private static String path(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        int first = path.indexOf('.');
        return first < 0 ? path : path.substring(first + 1);
    }
}
