package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.library.application.KeepReplies;
import cn.qifeng.evaluation.library.domain.AnswerReply;
import cn.qifeng.evaluation.library.domain.IdentityReply;
import cn.qifeng.evaluation.library.domain.LibraryReply;
import cn.qifeng.evaluation.library.domain.LibraryReply.Sort;
import cn.qifeng.evaluation.library.domain.PoolReply;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps the replies of a library and writes their entries, each with the signed reply whole (docs/evidence.md section
 * 9). Identities wait for the complete panel, because until then entries name nobody.
 */
@ApplicationScoped
class LibraryEntries {

    private final Evidence evidence;
    private final KeepReplies keep;

    LibraryEntries(Evidence evidence, KeepReplies keep) {
        this.evidence = evidence;
        this.keep = keep;
    }

    /** The pool, before the look at it. */
    void pool(EvaluationSession session, PoolReply reply) {
        keep.keep(session.id().value(), Sort.POOL, reply.request(), "", reply.statement(), true);
        record(session, "evaluation/library-pool", reply.statement());
    }

    /** An answer, before what it does to the panel. */
    void answer(EvaluationSession session, AnswerReply reply) {
        keep.keep(session.id().value(), Sort.ANSWER, reply.request(), reply.code(), reply.statement(), true);
        record(session, "evaluation/library-answer", reply.statement());
    }

    /** An identity, which is not written yet. */
    void keepIdentity(EvaluationSession session, IdentityReply reply) {
        keep.keep(session.id().value(), Sort.IDENTITY, reply.request(), reply.code(), reply.statement(), false);
    }

    /** Identities that are not written yet, because the panel is complete. */
    void identities(EvaluationSession session) {
        for (LibraryReply reply : keep.recordIdentities(session.id().value())) {
            record(session, "evaluation/library-identity", reply.statement());
        }
    }

    /** What the library was asked, and why its reply was not taken. */
    void fault(EvaluationSession session, Sort asked, Refused refused) {
        var body = body(session)
                .put("asked", asked.name())
                .put("fault", refused.code().code());
        body.put("seen", String.valueOf(refused.facts().getOrDefault("seen", "")))
                .put("expected", String.valueOf(refused.facts().getOrDefault("expected", "")));
        evidence.record(session.order().tender(), "evaluation/library-fault", body);
    }

    private void record(EvaluationSession session, String type, Statement statement) {
        var body = body(session);
        body.set("statement", statement.toJson());
        evidence.record(session.order().tender(), type, body);
    }

    private static ObjectNode body(EvaluationSession session) {
        return CanonicalJson.object().put("session", session.id().toString());
    }
}
