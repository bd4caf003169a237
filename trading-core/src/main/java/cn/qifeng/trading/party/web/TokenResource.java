package cn.qifeng.trading.party.web;

import cn.qifeng.kit.idempotency.NotKept;
import cn.qifeng.trading.party.application.ProveService;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;

/** Tokens for the services of the platform, for their secrets. */
@Path("/internal/tokens")
@NotKept
public class TokenResource {

    private final ProveService proveService;

    TokenResource(ProveService proveService) {
        this.proveService = proveService;
    }

    /** A token with the role {@code service}. */
    @POST
    @PermitAll
    public TokenView token(@NotNull @Valid SecretForm form) {
        var token = proveService.prove(form.service(), form.secret());
        return new TokenView(token.text(), token.expiresAt());
    }

    /** Name and secret of a service. */
    public record SecretForm(
            @NotBlank String service, @NotBlank String secret) {}

    /** A token and the end of its life. */
    public record TokenView(String token, Instant expiresAt) {}
}
