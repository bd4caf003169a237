package cn.qifeng.trading.keyset.web;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.keyset.application.KeySets;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** Key sets that another service asks for; idempotent by id. */
@Path("/internal/key-sets")
@RolesAllowed(Role.SERVICE)
class InternalKeySetResource {

    private final KeySets keySets;

    InternalKeySetResource(KeySets keySets) {
        this.keySets = keySets;
    }

    /** A set to be made; the id is the caller's. */
    record Request(UUID id, UUID tender, KeySetPurpose purpose, UUID owner, int threshold, List<Holder> members) {}

    /** Who is to hold a key. */
    record Holder(UUID personId, String name, Side side) {}

    @POST
    public KeySetView open(Request request) {
        var members = request.members().stream()
                .map(one -> new KeySets.Member(new PersonId(one.personId()), one.name(), one.side()))
                .toList();
        return KeySetView.of(keySets.open(
                request.id(),
                new TenderId(request.tender()),
                request.purpose(),
                request.owner(),
                request.threshold(),
                members));
    }

    @GET
    @Path("/{id}")
    public KeySetView one(@PathParam("id") UUID id) {
        return KeySetView.of(keySets.of(id));
    }
}
