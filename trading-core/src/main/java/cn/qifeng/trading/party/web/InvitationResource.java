package cn.qifeng.trading.party.web;

import cn.qifeng.kit.idempotency.NotKept;
import cn.qifeng.trading.party.application.AcceptInvitation;
import cn.qifeng.trading.party.application.AcceptInvitation.Code;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An invited person makes its own way to log in (受邀启用); the code is the only key to it. */
@Path("/api/core/invitations")
@PermitAll
@NotKept
public class InvitationResource {

    private final AcceptInvitation accept;

    InvitationResource(AcceptInvitation accept) {
        this.accept = accept;
    }

    /** The secret for the person's authenticator, as text and as a link of the usual form. */
    @POST
    @Path("/secret")
    public SecretView secret(@NotNull @Valid CodeForm form) {
        String secret = accept.secret(form.code());
        String account = URLEncoder.encode(form.account(), StandardCharsets.UTF_8);
        return new SecretView(secret, "otpauth://totp/Qifeng:" + account + "?secret=" + secret + "&issuer=Qifeng");
    }

    /** Sets password and one-time codes. */
    @POST
    @Path("/password")
    public void password(@NotNull @Valid PasswordForm form) {
        accept.withPassword(new Code(form.account(), form.first(), form.second()), form.password(), form.totp());
    }

    /** Binds the certificate that signed the statement {@code invitation-acceptance}. */
    @POST
    @Path("/certificate")
    public void certificate(@NotNull @Valid CertificateForm form) {
        accept.withCertificate(new Code(form.account(), form.first(), form.second()), Statement.from(form.statement()));
    }

    /** Account and the two halves of the code. */
    public record CodeForm(
            @NotBlank @Size(max = 64) String account,
            @NotBlank @Size(max = 64) String first,
            @NotBlank @Size(max = 64) String second) {

        Code code() {
            return new Code(account, first, second);
        }
    }

    /** The code, the new password, and six digits that prove the authenticator. */
    public record PasswordForm(
            @NotBlank @Size(max = 64) String account,
            @NotBlank @Size(max = 64) String first,
            @NotBlank @Size(max = 64) String second,
            @NotBlank @Size(max = 128) String password,
            @NotNull @Pattern(regexp = "\\d{6}") String totp) {}

    /** The code and the signed statement. */
    public record CertificateForm(
            @NotBlank @Size(max = 64) String account,
            @NotBlank @Size(max = 64) String first,
            @NotBlank @Size(max = 64) String second,
            @NotNull ObjectNode statement) {}

    /** The secret of the one-time codes: base32, and a link that authenticators read. */
    public record SecretView(String secret, String link) {}
}
