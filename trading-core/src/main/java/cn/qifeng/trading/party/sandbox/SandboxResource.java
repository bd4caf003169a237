package cn.qifeng.trading.party.sandbox;

import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.OneTimeCodes;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trust.cert.Certificates;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** Demo people, their key files and the sandbox's authority; not there in production ({@link cn.qifeng.kit.mode.NoSandboxPaths}). */
@Path("/api/core/sandbox")
@PermitAll
public class SandboxResource {

    private final Directory directory;
    private final Logins logins;
    private final OneTimeCodes codes;
    private final DemoKeys keys;
    private final IssueSandboxCertificate issueCertificate;

    SandboxResource(
            Directory directory,
            Logins logins,
            OneTimeCodes codes,
            DemoKeys keys,
            IssueSandboxCertificate issueCertificate) {
        this.directory = directory;
        this.logins = logins;
        this.codes = codes;
        this.keys = keys;
        this.issueCertificate = issueCertificate;
    }

    /** The demo people and how each logs in; {@code totp} is the code of this moment. */
    @GET
    @Path("/people")
    @Transactional
    public DemoPeopleView people() {
        return new DemoPeopleView(directory.everybody().stream().map(this::view).toList());
    }

    /** The key file QKF1 of a demo person. */
    @GET
    @Path("/people/{account}/key-file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response keyFile(String account) {
        directory.account(account).orElseThrow(NotFoundException::new);
        byte[] file = keys.keyFile(account, SeedSandbox.PASSWORD.toCharArray()).orElseThrow(NotFoundException::new);
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"" + account + ".qkf\"")
                .build();
    }

    /** Certifies a key that the client made. */
    @POST
    @Path("/certificates")
    public CertificateView certificate(@NotNull @Valid RequestForm form) {
        var issued = issueCertificate.issue(form.name(), form.uscc(), form.person(), form.publicKey(), form.proof());
        return new CertificateView(Certificates.base64(issued), List.of(), Certificates.id(issued));
    }

    private DemoView view(Person person) {
        var login = logins.passwordOf(person.id());
        var party = person.party().map(directory::party);
        return new DemoView(
                person.account(),
                person.name(),
                person.roles().names().stream().sorted().toList(),
                party.map(it -> it.name()).orElse(null),
                party.map(it -> it.uscc()).orElse(null),
                party.map(it -> it.kind()).orElse(null),
                person.number().orElse(null),
                login.map(it -> SeedSandbox.PASSWORD).orElse(null),
                login.map(it -> it.totpSecret()).orElse(null),
                login.map(it -> codes.codeAt(it.totpSecret(), Instant.now())).orElse(null),
                keys.has(person.account()),
                keys.has(person.account()) ? SeedSandbox.PASSWORD : null);
    }

    /** Everybody, by account. */
    public record DemoPeopleView(List<DemoView> people) {}

    /** One person: password and one-time code for staff, a key file and its password for those who sign. */
    public record DemoView(
            String account,
            String name,
            List<String> roles,
            String party,
            Uscc uscc,
            PartyKind kind,
            String expertNumber,
            String password,
            String totpSecret,
            String totp,
            boolean keyFile,
            String keyFilePassword) {}

    /** Organisation, credit code, optional person, hex point and hex proof of possession. */
    public record RequestForm(
            @NotBlank @Size(max = 200) String name,
            @NotBlank String uscc,
            @Size(max = 64) String person,
            @NotBlank String publicKey,
            @NotBlank String proof) {}

    /** Base64 DER of the certificate, its issuers up to, without, the root, and its id. */
    public record CertificateView(String certificate, List<String> chain, String id) {}
}
