package cn.qifeng.evaluation.scoring.domain;

import java.util.List;
import java.util.Optional;

/** Sealed and revealed sheets of all sessions (评分表库); void sheets are kept and never returned. */
public interface Sheets {

    /** Valid sheets of a round. */
    List<StoredSheet> of(String session, int round);

    /** A member's valid sheet of a round. */
    Optional<StoredSheet> of(String session, int round, String member);

    /** Stores a sheet, new or revealed. */
    void save(String session, StoredSheet sheet);

    /** Voids every sheet of a member who left. */
    void voidAll(String session, String member);
}
