package cn.qifeng.trading.log.web;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.LogRefusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** The last entry of a tender's chain, over which the next statement is signed. */
@Path("/api/core/public/tenders/{id}/chain-head")
@PermitAll
class ChainHeadResource {

    private final Chain chain;

    ChainHeadResource(Chain chain) {
        this.chain = chain;
    }

    /** What a statement carries as {@code seen}. */
    record Seen(long n, String hash) {}

    @GET
    public Seen head(@PathParam("id") UUID tender) {
        return chain.head(new TenderId(tender))
                .map(head -> new Seen(head.n(), head.hash()))
                .orElseThrow(() -> new Refused(LogRefusal.NO_SUCH_CHAIN, Facts.of("tender", tender)));
    }
}
