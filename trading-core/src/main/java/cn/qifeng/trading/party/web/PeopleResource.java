package cn.qifeng.trading.party.web;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.idempotency.NotKept;
import cn.qifeng.trading.party.application.AssignRoles;
import cn.qifeng.trading.party.application.BindCertificate;
import cn.qifeng.trading.party.application.InvitePerson;
import cn.qifeng.trading.party.application.LockPerson;
import cn.qifeng.trading.party.application.PeopleDesk;
import cn.qifeng.trading.party.application.RegisterPeople;
import cn.qifeng.trading.party.domain.Roles;
import cn.qifeng.trading.party.web.MeResource.CertificateView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * People, for the three administrators (人员管理): the system administrator registers, the security administrator gives
 * roles and locks, the audit administrator watches and agrees where administrators are made.
 */
@Path("/api/core/people")
public class PeopleResource {

    private final PeopleDesk desk;
    private final RegisterPeople registerPeople;
    private final AssignRoles assignRoles;
    private final InvitePerson invitePerson;
    private final LockPerson lockPerson;
    private final BindCertificate bindCertificate;
    private final Caller caller;

    PeopleResource(
            PeopleDesk desk,
            RegisterPeople registerPeople,
            AssignRoles assignRoles,
            InvitePerson invitePerson,
            LockPerson lockPerson,
            BindCertificate bindCertificate,
            Caller caller) {
        this.desk = desk;
        this.registerPeople = registerPeople;
        this.assignRoles = assignRoles;
        this.invitePerson = invitePerson;
        this.lockPerson = lockPerson;
        this.bindCertificate = bindCertificate;
        this.caller = caller;
    }

    /** Everybody, by account. */
    @GET
    @RolesAllowed({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
    public List<ManagedPersonView> list() {
        return desk.everybody().stream().map(ManagedPersonView::of).toList();
    }

    /** Registers a person without role and without a way to log in. */
    @POST
    @RolesAllowed(Role.SYSTEM_ADMIN)
    public ManagedPersonView register(@NotNull @Valid PersonForm form) {
        var person = registerPeople.person(
                form.account(),
                form.name(),
                Optional.ofNullable(form.party()),
                Optional.ofNullable(form.expertNumber()).filter(text -> !text.isBlank()),
                caller.personId());
        return ManagedPersonView.of(desk.one(person.id()));
    }

    /** Gives exactly these roles, or proposes them where an administrator's role is concerned. */
    @PUT
    @Path("/{id}/roles")
    @RolesAllowed(Role.SECURITY_ADMIN)
    public ManagedPersonView assign(PersonId id, @NotNull @Valid RolesForm form) {
        assignRoles.assign(id, new Roles(form.roles()), caller.personId());
        return ManagedPersonView.of(desk.one(id));
    }

    /** Gives out the caller's half of the invitation code; it is shown once. */
    @POST
    @Path("/{id}/invitation")
    @RolesAllowed({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
    @NotKept
    public HalfView invite(PersonId id) {
        var given = invitePerson.giveHalf(id, caller.personId(), Administrators.roleOf(caller));
        return new HalfView(given.half(), given.complete(), given.endsAt());
    }

    /** Locks an account with a reason, or unlocks it. */
    @POST
    @Path("/{id}/lock")
    @RolesAllowed({Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
    public ManagedPersonView lock(PersonId id, @NotNull @Valid LockForm form) {
        lockPerson.lock(id, form.locked(), form.reason(), caller.personId(), Administrators.roleOf(caller));
        return ManagedPersonView.of(desk.one(id));
    }

    /** Certificates of a person, newest first, ended ones too. */
    @GET
    @Path("/{id}/certificates")
    @RolesAllowed({Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
    public List<CertificateView> certificates(PersonId id) {
        Instant now = Instant.now();
        return bindCertificate.of(id).stream()
                .map(bound -> CertificateView.of(bound, now))
                .toList();
    }

    /** Ends a certificate that was lost or taken back. */
    @POST
    @Path("/{id}/certificates/{certificate}/end")
    @RolesAllowed(Role.SECURITY_ADMIN)
    public CertificateView end(PersonId id, String certificate, @NotNull @Valid ReasonForm form) {
        var ended = bindCertificate.end(id, certificate, form.reason(), caller.personId());
        return CertificateView.of(ended, Instant.now());
    }

    /** Who it is; {@code party} and {@code expertNumber} may be missing. */
    public record PersonForm(
            @NotNull @Size(max = 64) String account,
            @NotNull @Size(max = 200) String name,
            PartyId party,
            @Size(max = 64) String expertNumber) {}

    /** The roles to have. */
    public record RolesForm(@NotNull Set<String> roles) {}

    /** Whether to lock, and why. */
    public record LockForm(boolean locked, @Size(max = 400) String reason) {}

    /** Why. */
    public record ReasonForm(@Size(max = 400) String reason) {}

    /** A half of a code, and whether the other half has been given out. */
    public record HalfView(String half, boolean complete, Instant endsAt) {}
}
