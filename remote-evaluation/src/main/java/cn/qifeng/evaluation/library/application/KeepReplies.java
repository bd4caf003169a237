package cn.qifeng.evaluation.library.application;

import cn.qifeng.evaluation.library.domain.LibraryLine;
import cn.qifeng.evaluation.library.domain.LibraryReplies;
import cn.qifeng.evaluation.library.domain.LibraryReply;
import cn.qifeng.evaluation.library.domain.LibraryReply.Sort;
import cn.qifeng.evaluation.library.domain.PoolReply;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps every reply that was taken, whole, and how the library answers (保存专家库答复). */
@ApplicationScoped
public class KeepReplies {

    private final LibraryReplies replies;
    private final LegalClock clock;

    KeepReplies(LibraryReplies replies, LegalClock clock) {
        this.replies = replies;
        this.clock = clock;
    }

    /** Keeps a reply that was verified. */
    @Transactional
    public void keep(UUID session, Sort sort, UUID request, String code, Statement statement, boolean recorded) {
        replies.save(
                new LibraryReply(UUID.randomUUID(), session, sort, request, code, statement, clock.now(), recorded));
    }

    /** Replies of an evaluation, the oldest first. */
    @Transactional
    public List<LibraryReply> of(UUID session) {
        return replies.of(session);
    }

    /** Pools of an evaluation, the oldest first. */
    @Transactional
    public List<PoolReply> pools(UUID session) {
        return replies.of(session).stream()
                .filter(it -> it.sort() == Sort.POOL)
                .map(it -> PoolReply.read(it.statement()))
                .toList();
    }

    /** The pool in which a code stands. */
    @Transactional
    public Optional<PoolReply> poolOf(UUID session, String code) {
        return pools(session).stream()
                .filter(it -> it.commits().containsKey(code))
                .findFirst();
    }

    /** Identities that stand in no entry yet; from now on they count as recorded. */
    @Transactional
    public List<LibraryReply> recordIdentities(UUID session) {
        var due = replies.of(session).stream()
                .filter(it -> it.sort() == Sort.IDENTITY && !it.recorded())
                .toList();
        due.forEach(it -> replies.save(it.nowRecorded()));
        return due;
    }

    /** How the library answers for an evaluation. */
    @Transactional
    public LibraryLine line(UUID session) {
        return replies.line(session);
    }

    /** It answered as it should. */
    @Transactional
    public void answered(UUID session) {
        if (replies.line(session).fault().isPresent()) {
            replies.save(LibraryLine.good(session));
        }
    }

    /** It did not; tells whether the fault is a new one. */
    @Transactional
    public boolean failed(UUID session, Sort asked, String code) {
        var line = replies.line(session);
        replies.save(line.failed(asked, code, Instant.now()));
        return line.isNew(asked, code);
    }
}
