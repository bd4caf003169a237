package cn.qifeng.evaluation.clarification.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Clarifications of all sessions (澄清库). */
public interface Clarifications {

    /** Those of a session by number. */
    List<Clarification> of(String session);

    /** Sessions with a question that waits for an answer longer than until then. */
    List<String> overdue(Instant now);

    /** Stores one, new or moved on. */
    void save(String session, Clarification clarification);

    /** Keeps the bytes of a file for one clarification; the same file again changes nothing. */
    void keep(String session, int number, AnswerFile file, byte[] bytes);

    /** Files handed in for one clarification, without their bytes. */
    List<AnswerFile> files(String session, int number);

    /** The bytes of one file. */
    Optional<byte[]> file(String session, int number, String sm3);
}
