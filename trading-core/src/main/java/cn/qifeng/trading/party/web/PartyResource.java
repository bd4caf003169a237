package cn.qifeng.trading.party.web;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.party.application.ChangeParty;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.application.RegisterBidder;
import cn.qifeng.trading.party.application.RegisterPeople;
import cn.qifeng.trading.party.application.VerifyParty;
import cn.qifeng.trading.party.domain.PartyData;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.PartyState;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Registration and verification of organisations (主体注册与验证). */
@Path("/api/core/parties")
public class PartyResource {

    private final RegisterBidder registerBidder;
    private final RegisterPeople registerPeople;
    private final VerifyParty verifyParty;
    private final ChangeParty changeParty;
    private final Directory directory;
    private final Caller caller;

    PartyResource(
            RegisterBidder registerBidder,
            RegisterPeople registerPeople,
            VerifyParty verifyParty,
            ChangeParty changeParty,
            Directory directory,
            Caller caller) {
        this.registerBidder = registerBidder;
        this.registerPeople = registerPeople;
        this.verifyParty = verifyParty;
        this.changeParty = changeParty;
        this.directory = directory;
        this.caller = caller;
    }

    /** A bidder registers by a statement signed with its certificate. */
    @POST
    @Path("/bidders")
    @PermitAll
    public PartyView register(@NotNull ObjectNode statement) {
        return PartyView.of(registerBidder.register(Statement.from(statement)));
    }

    /** The system administrator registers an organisation; somebody else verifies it. */
    @POST
    @RolesAllowed(Role.SYSTEM_ADMIN)
    public PartyView registerOrganisation(@NotNull @Valid OrganisationForm form) {
        return PartyView.of(registerPeople.organisation(form.uscc(), form.kind(), form.data(), caller.personId()));
    }

    /** Organisations in a state, or all; {@code SUBMITTED} has changes that wait, too. */
    @GET
    @RolesAllowed({Role.CENTRE, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    public List<PartyView> list(@QueryParam("state") PartyState state) {
        return directory.parties(state).stream().map(PartyView::of).toList();
    }

    /** The caller's organisation. */
    @GET
    @Path("/mine")
    @Authenticated
    public PartyView mine() {
        return PartyView.of(directory.party(caller.partyId()));
    }

    /** Asks for a change of verified data. */
    @PUT
    @Path("/mine/data")
    @RolesAllowed({Role.BIDDER, Role.AGENCY, Role.PROCURING_ENTITY})
    public PartyView change(@NotNull PartyData change) {
        return PartyView.of(changeParty.propose(caller.partyId(), change, caller.personId()));
    }

    /** Accepts or refuses what was handed in. */
    @POST
    @Path("/{id}/verification")
    @RolesAllowed({Role.CENTRE, Role.SECURITY_ADMIN})
    public PartyView verify(PartyId id, @NotNull VerificationForm form) {
        return PartyView.of(verifyParty.judge(id, form.accepted(), form.reason(), caller.personId()));
    }

    /** Stops an organisation, or lets it act again. */
    @POST
    @Path("/{id}/suspension")
    @RolesAllowed(Role.CENTRE)
    public PartyView suspend(PartyId id, @NotNull SuspensionForm form) {
        return PartyView.of(verifyParty.suspend(id, form.suspended(), form.reason(), caller.personId()));
    }

    /** Credit code, kind and data of an organisation. */
    public record OrganisationForm(
            @NotNull String uscc,
            @NotNull PartyKind kind,
            @NotNull PartyData data) {}

    /** The centre's verdict; a refusal needs a reason. */
    public record VerificationForm(boolean accepted, String reason) {}

    /** Whether to stop, and why. */
    public record SuspensionForm(boolean suspended, String reason) {}
}
