package cn.qifeng.trading.log.web;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.LogRefusal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Entries that the other services write, from their outbox; idempotent by id. */
@Path("/internal/evidence")
@RolesAllowed(Role.SERVICE)
class EvidenceResource {

    private final Chain chain;

    EvidenceResource(Chain chain) {
        this.chain = chain;
    }

    /** One entry of another service; the id is the writer's. */
    record Submission(UUID id, UUID tender, String type, ObjectNode body) {}

    /** Where it stands. */
    record Recorded(long n, String hash) {}

    @POST
    @Transactional
    public Recorded record(Submission entry) {
        if (entry.id() == null || entry.tender() == null || entry.type() == null || entry.body() == null) {
            throw new Refused(LogRefusal.BAD_ENTRY, Facts.field("$", entry, "id, tender, type and body"));
        }
        var ref = chain.append(entry.id(), new TenderId(entry.tender()), entry.type(), entry.body());
        return new Recorded(ref.n(), ref.hash());
    }
}
