package cn.qifeng.kit.idempotency;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.access.Caller;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/**
 * Gives a repeated write its first answer: same caller, same {@code Idempotency-Key}, same call and body. Only answers
 * of 2xx are kept; a refused write changed nothing and is simply judged again.
 */
@Provider
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final String PENDING = IdempotencyFilter.class.getName();
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final KeptAnswers answers;
    private final Caller caller;
    private final ResourceInfo resource;
    private final ObjectMapper json;

    IdempotencyFilter(KeptAnswers answers, Caller caller, ResourceInfo resource, ObjectMapper json) {
        this.answers = answers;
        this.caller = caller;
        this.resource = resource;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null || !WRITES.contains(request.getMethod()) || secret() || caller.anonymous()) {
            return;
        }
        var pending = new Pending(caller.subject().orElseThrow(), uuid(key));
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        var former = answers.begin(pending.caller(), pending.key(), hash(request, body));
        if (former.isEmpty()) {
            request.setProperty(PENDING, pending);
            return;
        }
        if (!former.get().hash().equals(hash(request, body))) {
            throw KeyRefusal.REUSED.with(Facts.field(HEADER, key, "a new key").map());
        }
        if (former.get().running()) {
            throw KeyRefusal.RUNNING.refused();
        }
        var answer = Response.status(former.get().status());
        if (former.get().body() != null) {
            answer.entity(former.get().body()).type(former.get().mediaType());
        }
        request.abortWith(answer.build());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(request.getProperty(PENDING) instanceof Pending pending)) {
            return;
        }
        boolean empty = response.getEntity() == null;
        boolean isJson = !empty && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
        if (response.getStatus() / 100 != 2 || !(empty || isJson)) {
            answers.drop(pending.caller(), pending.key());
            return;
        }
        String body = empty ? null : text(response.getEntity());
        answers.finish(
                pending.caller(), pending.key(), response.getStatus(), empty ? null : MediaType.APPLICATION_JSON, body);
    }

    private String text(Object entity) throws IOException {
        return entity instanceof String text ? text : json.writeValueAsString(entity);
    }

    private boolean secret() {
        var method = resource.getResourceMethod();
        return method != null
                && (method.isAnnotationPresent(NotKept.class)
                        || resource.getResourceClass().isAnnotationPresent(NotKept.class));
    }

    private static String uuid(String key) {
        try {
            return UUID.fromString(key).toString();
        } catch (IllegalArgumentException e) {
            throw KeyRefusal.NOT_A_UUID.with(Facts.field(HEADER, key, "UUID").map());
        }
    }

    private static String hash(ContainerRequestContext request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + " " + request.getUriInfo().getRequestUri() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Pending(String caller, String key) {}
}
