package cn.qifeng.trading.award.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.award.application.NameCommittee;
import cn.qifeng.trading.award.application.PublishFinalists;
import cn.qifeng.trading.award.application.ReadAward;
import cn.qifeng.trading.award.application.ReadPart;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.application.Lots;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;

/** How the award of a lot stands, review of the report, and the committee. */
@Path("/api/core/lots/{lot}/award")
class AwardResource {

    private final ReadAward readAward;
    private final ReadPart readPart;
    private final PublishFinalists publishFinalists;
    private final NameCommittee nameCommittee;
    private final Lots lots;
    private final Directory directory;
    private final Caller caller;

    AwardResource(
            ReadAward readAward,
            ReadPart readPart,
            PublishFinalists publishFinalists,
            NameCommittee nameCommittee,
            Lots lots,
            Directory directory,
            Caller caller) {
        this.readAward = readAward;
        this.readPart = readPart;
        this.publishFinalists = publishFinalists;
        this.nameCommittee = nameCommittee;
        this.lots = lots;
        this.directory = directory;
        this.caller = caller;
    }

    /** Who can sit in the committee. */
    record Candidate(PersonId personId, String name) {}

    /** The people named. */
    record CommitteeRequest(List<PersonId> members) {}

    @GET
    @PermitAll
    public AwardView award(@PathParam("lot") LotId lot) {
        var award = readAward.of(lot);
        if ((award instanceof Award.Reviewing || award instanceof Award.Reworking) && !insider(lot)) {
            throw AwardRefusal.NOT_FOUND.refused();
        }
        return view(award);
    }

    @POST
    @Path("review")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
    public AwardView review(@PathParam("lot") LotId lot) {
        return view(publishFinalists.publish(lot, caller.partyId()));
    }

    @GET
    @Path("committee/candidates")
    @RolesAllowed(Role.PROCURING_ENTITY)
    public List<Candidate> candidates(@PathParam("lot") LotId lot) {
        return nameCommittee.candidates(lot, caller.partyId()).stream()
                .map(it -> new Candidate(it.person(), it.name()))
                .toList();
    }

    @POST
    @Path("committee")
    @RolesAllowed(Role.PROCURING_ENTITY)
    public AwardView committee(@PathParam("lot") LotId lot, CommitteeRequest request) {
        return view(nameCommittee.name(lot, caller.partyId(), request.members()));
    }

    @GET
    @Path("result/mine")
    @RolesAllowed(Role.BIDDER)
    public ReadAward.OwnResult ownResult(@PathParam("lot") LotId lot) {
        return readAward.ownResult(lot, uscc());
    }

    @GET
    @Path("part")
    @RolesAllowed(Role.BIDDER)
    public ReadPart.Part part(@PathParam("lot") LotId lot) {
        return readPart.of(lot, uscc());
    }

    @GET
    @Path("part/file")
    @Produces("application/pdf")
    @RolesAllowed(Role.BIDDER)
    public byte[] partFile(@PathParam("lot") LotId lot) {
        return readPart.file(lot, uscc());
    }

    private Uscc uscc() {
        return directory.party(caller.partyId()).uscc();
    }

    private boolean insider(LotId lot) {
        var published = lots.of(lot);
        return caller.has(Role.SUPERVISOR)
                || caller.party()
                        .map(it -> it.equals(published.procuringEntity().id())
                                || it.equals(published.agency().id()))
                        .orElse(false);
    }

    private AwardView view(Award award) {
        var lot = lots.of(award.file().lot());
        var notice = lot.terms().notice();
        return AwardView.of(award, lot.method().code(), notice == null ? null : notice.objectionChannel());
    }
}
