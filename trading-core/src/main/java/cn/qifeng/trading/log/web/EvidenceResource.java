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
import java.util.Set;
import java.util.UUID;

/** Entries that the other services write, from their outbox; idempotent by id. */
@Path("/internal/evidence")
@RolesAllowed(Role.SERVICE)
class EvidenceResource {

    /** What happens long after the chain of its tender was closed. */
    private static final Set<String> OF_NO_TENDER = Set.of("evaluation/recording-deleted");

    private final Chain chain;

    EvidenceResource(Chain chain) {
        this.chain = chain;
    }

    /** One entry of another service; the id is the writer's. */
    record Submission(UUID id, UUID tender, String type, ObjectNode body) {}

    /** One entry of another service that belongs to no tender. */
    record Loose(UUID id, String type, ObjectNode body) {}

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

    @POST
    @Path("/of-no-tender")
    @Transactional
    public Recorded recordOfNoTender(Loose entry) {
        if (entry.id() == null || entry.body() == null || !OF_NO_TENDER.contains(String.valueOf(entry.type()))) {
            throw new Refused(
                    LogRefusal.BAD_ENTRY, Facts.field("$", entry, "id, type of " + OF_NO_TENDER + " and body"));
        }
        var ref = chain.appendToNoTender(entry.id(), entry.type(), entry.body());
        return new Recorded(ref.n(), ref.hash());
    }
}
