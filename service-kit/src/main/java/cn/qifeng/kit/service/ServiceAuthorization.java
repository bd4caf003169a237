package cn.qifeng.kit.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Adds this service's token to the calls of a REST client that registers this filter. */
@ApplicationScoped
public class ServiceAuthorization implements ClientRequestFilter {

    private final ServiceTokens tokens;

    ServiceAuthorization(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle("Authorization", "Bearer " + tokens.current());
    }
}
