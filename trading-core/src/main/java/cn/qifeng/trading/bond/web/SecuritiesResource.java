package cn.qifeng.trading.bond.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.Organisation;
import cn.qifeng.trading.tender.domain.PublishedLot;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;

/**
 * Terms of security (投标保证金) of every published lot. The service that asks always gets all of them, so that nothing
 * tells for which lot somebody is about to buy a bond.
 */
@Path("/internal/securities")
@RolesAllowed(Role.SERVICE)
class SecuritiesResource {

    private final Lots lots;

    SecuritiesResource(Lots lots) {
        this.lots = lots;
    }

    /** Name and credit code. */
    record Party(String name, String uscc) {

        static Party of(Organisation organisation) {
            return new Party(organisation.name(), organisation.uscc().value());
        }
    }

    /** What a bond for this lot must say. */
    record Security(
            TenderId tender,
            LotId lot,
            String lotCode,
            String lotName,
            String projectName,
            Party procuringEntity,
            Party agency,
            long amountFen,
            List<String> forms,
            Instant bidDeadline,
            int bidValidityDays) {

        static Security of(PublishedLot lot) {
            var security = lot.terms().security();
            return new Security(
                    lot.tender(),
                    lot.lot(),
                    lot.code().value(),
                    lot.name(),
                    lot.projectName(),
                    Party.of(lot.procuringEntity()),
                    Party.of(lot.agency()),
                    security == null ? 0 : security.amountFen(),
                    security == null ? List.of() : security.forms(),
                    lot.deadline(),
                    lot.terms().bidValidityDays());
        }
    }

    @GET
    @Transactional
    public List<Security> all() {
        return lots.published().stream().map(Security::of).toList();
    }
}
