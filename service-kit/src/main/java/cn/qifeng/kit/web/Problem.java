package cn.qifeng.kit.web;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** A problem document (RFC 9457) with the members that every client of Qifeng knows. */
public final class Problem {

    /** Media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    /** The members {@code type, status, code, law} and the facts, in this order; facts are written as text. */
    public static Map<String, Object> body(int status, String code, String law, Map<String, ?> facts) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "/problems/" + code);
        problem.put("status", status);
        problem.put("code", code);
        problem.put("law", law);
        facts.forEach((name, value) -> problem.putIfAbsent(name, String.valueOf(value)));
        return problem;
    }

    /** A response that carries such a document. */
    public static Response response(int status, String code, String law, Map<String, ?> facts) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(body(status, code, law, facts))
                .build();
    }
}
