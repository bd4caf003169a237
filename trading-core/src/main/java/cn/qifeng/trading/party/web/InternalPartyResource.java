package cn.qifeng.trading.party.web;

import static cn.qifeng.trading.party.domain.PartyRefusal.PERSON_NOT_FOUND;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.BoundCertificate;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.web.PersonView.PartyOfPerson;
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

    /** People whose role counts now, by account. */
    @GET
    @Path("/people")
    public List<KnownPerson> people(@QueryParam("role") String role) {
        if (role == null || role.isBlank()) {
            throw new BadRequestException();
        }
        return directory.peopleWith(role).stream()
                .filter(person -> directory.rolesNow(person).has(role))
                .map(this::view)
                .toList();
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
        var newest = directory.usableCertificates(person.id()).stream().findFirst();
        return new KnownPerson(
                person.id(),
                person.account(),
                person.name(),
                person.number().orElse(null),
                directory.rolesNow(person).names().stream().sorted().toList(),
                person.party().map(directory::party).map(PartyOfPerson::of).orElse(null),
                newest.map(BoundCertificate::id).orElse(null),
                newest.map(bound -> Base64.getEncoder().encodeToString(bound.der()))
                        .orElse(null));
    }

    /** A person and the newest certificate with which it may sign now: id and base64 DER, or {@code null}. */
    public record KnownPerson(
            PersonId personId,
            String account,
            String name,
            String number,
            List<String> roles,
            PartyOfPerson party,
            String certificateId,
            String certificate) {}

    /** A certificate and whose it is. */
    public record KnownCertificate(String id, String certificate, boolean inForce, KnownPerson owner) {}
}
