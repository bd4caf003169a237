package cn.qifeng.trading.award.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.award.application.IssueNotice;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The notice of award (中标通知书), signed by the procuring entity. */
@Path("/api/core/lots/{lot}/award/notice")
@RolesAllowed(Role.PROCURING_ENTITY)
class NoticeResource {

    private final IssueNotice issueNotice;
    private final Caller caller;

    NoticeResource(IssueNotice issueNotice, Caller caller) {
        this.issueNotice = issueNotice;
        this.caller = caller;
    }

    /** What there is to sign. */
    record ToSign(ObjectNode doc) {}

    /** The issued notice. */
    record Issued(String sm3, String winner, long amountFen) {}

    @GET
    @Path("to-sign")
    public ToSign toSign(@PathParam("lot") LotId lot) {
        return new ToSign(issueNotice.toSign(lot, caller.partyId()));
    }

    @POST
    public Issued issue(@PathParam("lot") LotId lot, JsonNode statement) {
        var noticed = issueNotice.issue(lot, caller.partyId(), caller.personId(), Statement.from(statement));
        return new Issued(
                noticed.noticeSm3(), noticed.winner().hex(), noticed.price().value());
    }
}
