package cn.qifeng.evaluation.wall.web;

import cn.qifeng.evaluation.wall.application.Wall;
import cn.qifeng.evaluation.wall.application.WatchRooms;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The wall of rooms. Translates; decides nothing. */
@Path("/api/evaluation/wall")
@Produces(MediaType.APPLICATION_JSON)
class WallResource {

    private final WatchRooms watch;
    private final Caller caller;

    WallResource(WatchRooms watch, Caller caller) {
        this.watch = watch;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.SUPERVISOR)
    public Wall now() {
        return watch.now(caller.personId().toString());
    }
}
