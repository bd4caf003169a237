package cn.qifeng.kit.trail;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells when somebody who is signed in is turned away with 403 (越权被拒). It names the way, never the thing: a path is
 * written as the resource declares it, and of a bidder only the service is told, because before the opening nobody may
 * learn in which lot it acted (招标投标法 §22).
 */
@Provider
public class RefusedAccess implements ContainerResponseFilter {

    private static final int FORBIDDEN = 403;
    private static final int SERVICE_SEGMENTS = 2;

    private final SecurityTrail trail;
    private final Caller caller;
    private final ResourceInfo resource;
    private final RequestSource source;
    private final String service;

    RefusedAccess(
            SecurityTrail trail,
            Caller caller,
            ResourceInfo resource,
            RequestSource source,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.trail = trail;
        this.caller = caller;
        this.resource = resource;
        this.source = source;
        this.service = service;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != FORBIDDEN || caller.anonymous()) {
            return;
        }
        var happening = new Happening(
                UUID.randomUUID(),
                Happening.Kind.ACCESS_REFUSED,
                Instant.now(),
                service,
                caller.has(Role.SERVICE)
                        ? null
                        : PersonId.of(caller.subject().orElseThrow()).value(),
                source.address(),
                code(response.getEntity()),
                request.getMethod() + " " + path());
        if (BlockingOperationControl.isBlockingAllowed()) {
            trail.tell(happening);
        } else {
            Infrastructure.getDefaultExecutor().execute(() -> trail.tell(happening));
        }
    }

    private String path() {
        String path = Stream.of(declared(resource.getResourceClass()), declared(resource.getResourceMethod()))
                .flatMap(part -> Arrays.stream(part.split("/")))
                .filter(segment -> !segment.isEmpty())
                .limit(caller.has(Role.BIDDER) ? SERVICE_SEGMENTS : Long.MAX_VALUE)
                .collect(Collectors.joining("/", "/", ""));
        return caller.has(Role.SERVICE) ? path + " by " + caller.subject().orElseThrow() : path;
    }

    private static String declared(AnnotatedElement element) {
        var path = element == null ? null : element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static String code(Object entity) {
        return entity instanceof Map<?, ?> problem && problem.get("code") instanceof String code ? code : "";
    }
}
