package cn.qifeng.trading.party.web;

import static cn.qifeng.kit.access.AccessRefusal.SESSION_ENDED;

import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.idempotency.NotKept;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.application.LogInByCertificate;
import cn.qifeng.trading.party.application.LogInByPassword;
import cn.qifeng.trading.party.application.OpenedSession;
import cn.qifeng.trading.party.application.RenewSession;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;

/** Logging in and out over HTTP (登录). */
@Path("/api/core/sessions")
@NotKept
public class SessionResource {

    private final LogInByPassword byPassword;
    private final LogInByCertificate byCertificate;
    private final RenewSession renewSession;
    private final Directory directory;
    private final Caller caller;

    SessionResource(
            LogInByPassword byPassword,
            LogInByCertificate byCertificate,
            RenewSession renewSession,
            Directory directory,
            Caller caller) {
        this.byPassword = byPassword;
        this.byCertificate = byCertificate;
        this.renewSession = renewSession;
        this.directory = directory;
        this.caller = caller;
    }

    /** Staff log in. */
    @POST
    @Path("/password")
    @PermitAll
    public SessionView password(@NotNull @Valid PasswordForm form) {
        return view(byPassword.logIn(form.account(), form.password(), form.totp()));
    }

    /** A challenge to sign. */
    @POST
    @Path("/challenges")
    @PermitAll
    public ChallengeView challenge() {
        var doc = byCertificate.challenge();
        return new ChallengeView(doc.path("challenge").asText(), doc);
    }

    /** Everyone who signs logs in. */
    @POST
    @Path("/certificate")
    @PermitAll
    public SessionView certificate(@NotNull @Valid CertificateForm form) {
        return view(byCertificate.logIn(form.challenge(), form.sig()));
    }

    /** A new short token for the open session. */
    @POST
    @Path("/renewal")
    @Authenticated
    public SessionView renewal() {
        return view(renewSession.renew(caller.session().orElseThrow(SESSION_ENDED::refused)));
    }

    /** Logs out. */
    @DELETE
    @Path("/mine")
    @Authenticated
    public void logOut() {
        caller.session().ifPresent(renewSession::close);
    }

    private SessionView view(OpenedSession opened) {
        return new SessionView(
                opened.token().text(), opened.token().expiresAt(), PersonView.of(opened.person(), directory));
    }

    /** Account, password and the six digits of the one-time code. */
    public record PasswordForm(
            @NotBlank @Size(max = 64) String account,
            @NotBlank @Size(max = 128) String password,
            @NotNull @Pattern(regexp = "\\d{6}") String totp) {}

    /** The challenge and base64 of the QS1 signature over its document. */
    public record CertificateForm(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String challenge,
            @NotBlank @Size(max = 49_152) String sig) {}

    /** A challenge and the document to sign. */
    public record ChallengeView(String challenge, ObjectNode doc) {}

    /** A token, the end of its life, and who it speaks for. */
    public record SessionView(String token, Instant expiresAt, PersonView person) {}
}
