package cn.qifeng.trading.party.web;

import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.idempotency.NotKept;
import cn.qifeng.trading.party.application.BindCertificate;
import cn.qifeng.trading.party.application.ChangePassword;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.application.ListTasks;
import cn.qifeng.trading.party.application.Task;
import cn.qifeng.trading.party.domain.BoundCertificate;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who I am, my certificates and what I owe (我的). */
@Path("/api/core")
@Authenticated
public class MeResource {

    private final Caller caller;
    private final Directory directory;
    private final BindCertificate bindCertificate;
    private final ChangePassword changePassword;
    private final ListTasks listTasks;

    MeResource(
            Caller caller,
            Directory directory,
            BindCertificate bindCertificate,
            ChangePassword changePassword,
            ListTasks listTasks) {
        this.caller = caller;
        this.directory = directory;
        this.bindCertificate = bindCertificate;
        this.changePassword = changePassword;
        this.listTasks = listTasks;
    }

    /** The caller, and the certificate that opened the session or {@code null}. */
    @GET
    @Path("/me")
    public MeView me() {
        var person = directory.person(caller.personId());
        return new MeView(PersonView.of(person, directory), caller.certificate().orElse(null));
    }

    /** The caller's certificates, newest first; pages warn 30 days before the end (CTS-EBS01 A-013). */
    @GET
    @Path("/me/certificates")
    public List<CertificateView> certificates() {
        Instant now = Instant.now();
        return bindCertificate.of(caller.personId()).stream()
                .map(bound -> CertificateView.of(bound, now))
                .toList();
    }

    /** Puts a new certificate in the place of the one that opened the session. */
    @POST
    @Path("/me/certificates")
    public CertificateView renew(@NotNull ObjectNode statement) {
        var bound = bindCertificate.renew(caller.personId(), caller.certificateId(), Statement.from(statement));
        return CertificateView.of(bound, Instant.now());
    }

    /** Puts a new password in the place of the caller's present one. */
    @POST
    @Path("/me/password")
    @NotKept
    public void password(@NotNull @Valid PasswordForm form) {
        changePassword.change(caller.personId(), form.present(), form.totp(), form.password());
    }

    /** What the caller owes, by due time. */
    @GET
    @Path("/tasks/mine")
    public List<Task> tasks() {
        return listTasks.of(caller.personId());
    }

    /** The caller. */
    public record MeView(PersonView person, String certificate) {}

    /** The present password with a code of the authenticator, and the new password. */
    public record PasswordForm(
            @NotBlank @Size(max = 128) String present,
            @NotNull @Pattern(regexp = "\\d{6}") String totp,
            @NotBlank @Size(max = 128) String password) {}

    /** A certificate of the caller. */
    public record CertificateView(
            String id, Instant notBefore, Instant notAfter, boolean usable, boolean endsSoon, String replacedBy) {

        private static final Duration SOON = Duration.ofDays(30);

        static CertificateView of(BoundCertificate bound, Instant now) {
            return new CertificateView(
                    bound.id(),
                    bound.notBefore(),
                    bound.notAfter(),
                    bound.usable(now),
                    bound.notAfter().isBefore(now.plus(SOON)),
                    bound.replacedBy().orElse(null));
        }
    }
}
