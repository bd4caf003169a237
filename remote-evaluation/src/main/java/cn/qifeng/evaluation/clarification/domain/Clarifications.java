package cn.qifeng.evaluation.clarification.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Clarifications of all sessions (澄清库). */
public interface Clarifications {

    /** Those of a session that are not void, by number. */
    List<Clarification> of(String session);

    /** How many were proposed in a session, void ones too: their numbers are not used again. */
    int proposed(String session);

    /** Makes all of a session void by the decision on this fault; nothing more happens to them. */
    void voided(String session, int fault);

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
