package cn.qifeng.evaluation.recording.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Deletion of a recording's media (影像销毁): asked for by the centre, decided by a supervisor, both with a signature.
 *
 * @param request canonical text of the signed request
 * @param askedBy id of the person who asked
 * @param decision canonical text of the signed decision; empty while it waits
 */
public record Deletion(
        SessionId session,
        String request,
        String askedBy,
        Instant askedAt,
        Optional<String> decision,
        boolean approved) {

    public Deletion {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(askedBy, "askedBy");
        Objects.requireNonNull(askedAt, "askedAt");
        Objects.requireNonNull(decision, "decision");
    }

    /** Whether a supervisor still has to decide. */
    public boolean waits() {
        return decision.isEmpty();
    }

    /** Decided by somebody else than who asked. */
    public Deletion decided(String statement, String person, boolean approves) {
        if (!waits()) {
            throw RecordingRefusal.NOT_ASKED.at("deletion", "decided", "a request that waits");
        }
        if (person.equals(askedBy)) {
            throw RecordingRefusal.SAME_PERSON.at("person", person, "somebody else than who asked");
        }
        return new Deletion(session, request, askedBy, askedAt, Optional.of(statement), approves);
    }
}
