package cn.qifeng.trading.contract.web;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.contract.application.ReadContract;
import cn.qifeng.trading.contract.application.SignContract;
import cn.qifeng.trading.contract.domain.Contract;
import cn.qifeng.trading.contract.domain.ContractRefusal;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The contract (合同) of a lot. */
@Path("/api/core/lots/{lot}/contract")
class ContractResource {

    private final SignContract signContract;
    private final ReadContract readContract;
    private final Caller caller;

    ContractResource(SignContract signContract, ReadContract readContract, Caller caller) {
        this.signContract = signContract;
        this.readContract = readContract;
        this.caller = caller;
    }

    /** What there is to sign. */
    record ToSign(ObjectNode doc) {}

    /** The contract as it stands. */
    record ContractView(
            LotId lot,
            Contract.State state,
            String contractNo,
            long amountFen,
            int durationDays,
            String signedOn,
            long daysLate) {

        static ContractView of(ReadContract.Shown shown) {
            var terms = shown.contract().terms();
            return new ContractView(
                    shown.contract().lot(),
                    shown.contract().state(),
                    terms.contractNo(),
                    terms.amount().value(),
                    terms.durationDays(),
                    terms.signedOn().toString(),
                    shown.daysLate());
        }
    }

    @GET
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY, Role.BIDDER, Role.SUPERVISOR})
    public ContractView contract(@PathParam("lot") LotId lot) {
        if (!caller.has(Role.SUPERVISOR)) {
            readContract.requirePart(lot, caller.partyId());
        }
        return ContractView.of(readContract.of(lot));
    }

    @GET
    @Path("to-sign")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.BIDDER})
    public ToSign toSign(
            @PathParam("lot") LotId lot,
            @QueryParam("contractNo") String contractNo,
            @QueryParam("signedOn") String signedOn) {
        return new ToSign(signContract.toSign(
                lot,
                caller.partyId(),
                Optional.ofNullable(contractNo),
                Optional.ofNullable(signedOn).map(ContractResource::day)));
    }

    @POST
    @RolesAllowed({Role.PROCURING_ENTITY, Role.BIDDER})
    public ContractView sign(@PathParam("lot") LotId lot, JsonNode statement) {
        signContract.sign(lot, caller.partyId(), caller.personId(), Statement.from(statement));
        return ContractView.of(readContract.of(lot));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refused(ContractRefusal.SIGNED_ON, Facts.field("signedOn", text, "yyyy-MM-dd"));
        }
    }
}
