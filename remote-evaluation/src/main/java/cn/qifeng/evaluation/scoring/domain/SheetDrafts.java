package cn.qifeng.evaluation.scoring.domain;

import java.util.Optional;

/** Sealed drafts of sheets (评分草稿库), one for each member and round until the member commits or leaves. */
public interface SheetDrafts {

    /** A member's draft of a round. */
    Optional<SheetDraft> of(String session, int round, String member);

    /** Keeps a draft in place of the former one. */
    void save(String session, int round, String member, SheetDraft draft);

    /** Drops every draft of a member in a session. */
    void dropAll(String session, String member);
}
