package cn.qifeng.trading.log.web;

import cn.qifeng.trading.log.application.StampOutside;
import cn.qifeng.trading.log.domain.OutsideStamp;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** What outside authorities stamped, for anyone who keeps a head. */
@Path("/api/core/log/heads/{size}/stamps")
@PermitAll
class OutsideStampResource {

    private final StampOutside stampOutside;

    OutsideStampResource(StampOutside stampOutside) {
        this.stampOutside = stampOutside;
    }

    /** Tokens over the head of this size, by authority; an empty list where none came. */
    @GET
    public List<OutsideStamp> over(@PathParam("size") long size) {
        return stampOutside.over(size);
    }
}
