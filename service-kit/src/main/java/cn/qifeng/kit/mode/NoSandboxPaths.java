package cn.qifeng.kit.mode;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** In production every path of the sandbox answers 404, whatever the request brings: it is not there. */
@Provider
@PreMatching
public class NoSandboxPaths implements ContainerRequestFilter {

    private final RunningMode mode;

    NoSandboxPaths(RunningMode mode) {
        this.mode = mode;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!mode.sandbox() && ("/" + request.getUriInfo().getPath() + "/").contains("/sandbox/")) {
            throw new NotFoundException();
        }
    }
}
