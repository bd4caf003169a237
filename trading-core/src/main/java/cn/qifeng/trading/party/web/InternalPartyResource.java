package cn.qifeng.trading.party.web;

import static cn.qifeng.trading.party.domain.PartyRefusal.PERSON_NOT_FOUND;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.Person;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Base64;
import java.util.List;

/** People, organisations and certificates for the other services. */
@Path("/internal")
@RolesAllowed(Role.SERVICE)
public class InternalPartyResource {

    private final Directory directory;

    InternalPartyResource(Directory directory) {
        this.directory = directory;
    }

    /** People with a role, by account. */
    @GET
    @Path("/people")
    public List<KnownPerson> people(@QueryParam("role") String role) {
        if (role == null || role.isBlank()) {
            throw new BadRequestException();
        }
        return directory.peopleWith(role).stream().map(this::view).toList();
    }

    /** One person. */
    @GET
    @Path("/people/{id}")
    public KnownPerson person(PersonId id) {
        return view(directory.person(id));
    }

    /** One organisation. */
    @GET
    @Path("/parties/{id}")
    public PartyView party(PartyId id) {
        return PartyView.of(directory.party(id));
    }

    /** The person to whom a certificate (64 hex digits) is or was bound, and the certificate itself. */
    @GET
    @Path("/certificates/{id}")
    public KnownCertificate certificate(String id) {
        var bound = directory.certificate(id).orElseThrow(PERSON_NOT_FOUND::refused);
        var person = directory.person(bound.person());
        return new KnownCertificate(
                id,
                Base64.getEncoder().encodeToString(bound.der()),
                bound.endedAt().isEmpty(),
                view(person));
    }

    private KnownPerson view(Person person) {
        var certificates = directory.usableCertificates(person.id()).stream()
                .map(bound ->
                        new UsableCertificate(bound.id(), Base64.getEncoder().encodeToString(bound.der())))
                .toList();
        return new KnownPerson(PersonView.of(person, directory), certificates);
    }

    /** A person and the certificates with which it may sign now, newest first. */
    public record KnownPerson(PersonView person, List<UsableCertificate> certificates) {}

    /** Id and base64 DER of a certificate. */
    public record UsableCertificate(String id, String certificate) {}

    /** A certificate and whose it is. */
    public record KnownCertificate(String id, String certificate, boolean inForce, KnownPerson owner) {}
}
