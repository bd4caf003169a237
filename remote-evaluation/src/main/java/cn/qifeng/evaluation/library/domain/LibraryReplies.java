package cn.qifeng.evaluation.library.domain;

import java.util.List;
import java.util.UUID;

/** Replies of the library and how it answers (专家库答复存储). */
public interface LibraryReplies {

    /** Replies taken for an evaluation, the oldest first. */
    List<LibraryReply> of(UUID session);

    /** Stores a reply, new or changed. */
    void save(LibraryReply reply);

    /** How the library answers for an evaluation. */
    LibraryLine line(UUID session);

    /** Stores that. */
    void save(LibraryLine line);
}
