package cn.qifeng.trading.log.web;

import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.log.application.PublishHead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A witnessed head now, for the other services. */
@Path("/internal/heads")
@RolesAllowed(Role.SERVICE)
class InternalHeadsResource {

    private final PublishHead publishHead;

    InternalHeadsResource(PublishHead publishHead) {
        this.publishHead = publishHead;
    }

    @POST
    public HeadView publish() {
        return HeadView.of(publishHead.now());
    }
}
