package cn.qifeng.evaluation.library.domain;

import cn.qifeng.trust.sign.Statement;
import java.time.Instant;
import java.util.UUID;

/**
 * A reply that was verified and taken (专家库答复).
 *
 * @param session the evaluation that it was for
 * @param code code of the expert; empty for a pool
 * @param recorded whether it stands in the tender's chain
 */
public record LibraryReply(
        UUID id,
        UUID session,
        Sort sort,
        UUID request,
        String code,
        Statement statement,
        Instant takenAt,
        boolean recorded) {

    /** What it replies to. */
    public enum Sort {
        /** A pool. */
        POOL,
        /** A call. */
        ANSWER,
        /** An identity. */
        IDENTITY
    }

    /** The same once it stands in the chain. */
    public LibraryReply nowRecorded() {
        return new LibraryReply(id, session, sort, request, code, statement, takenAt, true);
    }
}
