package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.library.application.AskLibrary;
import cn.qifeng.evaluation.library.application.KeepReplies;
import cn.qifeng.evaluation.library.domain.LibraryCode;
import cn.qifeng.evaluation.library.domain.LibraryRefusal;
import cn.qifeng.evaluation.library.domain.LibraryReply.Sort;
import cn.qifeng.evaluation.library.domain.PoolReply;
import cn.qifeng.evaluation.library.domain.PoolRequest;
import cn.qifeng.evaluation.library.domain.PoolRequest.Former;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.ExpertCode;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatKind;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pools of a provincial library for the draws of a session (省级专家库名单), and the seats of those drawn from them. */
@ApplicationScoped
class LibraryPools {

    private final AskLibrary askLibrary;
    private final KeepReplies replies;
    private final LibraryLink link;
    private final LibraryEntries entries;
    private final DrawPlans plans;

    LibraryPools(
            AskLibrary askLibrary, KeepReplies replies, LibraryLink link, LibraryEntries entries, DrawPlans plans) {
        this.askLibrary = askLibrary;
        this.replies = replies;
        this.link = link;
        this.entries = entries;
        this.plans = plans;
    }

    /** The pool for the step at which the session stands; empty while the library gives none that can be taken. */
    Optional<PoolReply> ask(EvaluationSession session) {
        var earlier = QuarkusTransaction.requiringNew()
                .call(() -> replies.pools(session.id().value()));
        var request = request(session, earlier);
        return link.ask(session, Sort.POOL, () -> fresh(askLibrary.pool(request), earlier));
    }

    /** Keeps a pool and writes its entry. */
    void keep(EvaluationSession session, PoolReply reply) {
        entries.pool(session, reply);
    }

    /** Seats in reserve for codes of a draw; nobody knows yet who will sit on them. */
    List<Seat> seats(EvaluationSession session, List<String> codes) {
        var seed = session.ceremony().course().seed().orElseThrow();
        var ours = new HashMap<String, String>();
        for (PoolReply pool : replies.pools(session.id().value())) {
            pool.codes().forEach(it -> ours.put(ExpertCode.of(session.id(), seed, it), it));
        }
        return codes.stream()
                .map(it -> new Seat(ours.get(it), "", "", "", SeatKind.EXPERT, SeatState.RESERVE, ""))
                .toList();
    }

    private PoolRequest request(EvaluationSession session, List<PoolReply> earlier) {
        var order = session.order();
        var scope = session.ceremony().course().step().of(plans.of(session).asked());
        var excluded = new ArrayList<String>();
        order.bids().stream().map(OpenedBid::uscc).forEach(excluded::add);
        excluded.add(order.procuringEntity().uscc());
        excluded.add(order.agency().uscc());
        return new PoolRequest(
                requestId(session),
                order.panel().library().orElseThrow().uscc(),
                scope.specialties(),
                scope.regions(),
                session.missing(),
                DrawPlans.startsAt(session),
                excluded,
                former(session, earlier));
    }

    private static List<Former> former(EvaluationSession session, List<PoolReply> earlier) {
        return session.panel().experts().stream()
                .map(Seat::number)
                .filter(LibraryCode::is)
                .flatMap(code -> earlier.stream()
                        .filter(it -> it.commits().containsKey(code))
                        .map(it -> new Former(it.request(), code)))
                .toList();
    }

    /** The same for the same step of the same draw, so that a repetition is one, and telling neither. */
    private static UUID requestId(EvaluationSession session) {
        var ceremony = session.ceremony();
        var hash = ByteBuffer.wrap(Sm3.of(
                Bytes.ascii("QL1 request"),
                Hex.decode(ceremony.labelSeed()),
                Bytes.uuid(ceremony.draw()),
                Bytes.ascii(ceremony.course().step().name())));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static PoolReply fresh(PoolReply reply, List<PoolReply> earlier) {
        for (String code : reply.codes()) {
            if (earlier.stream().anyMatch(it -> it.commits().containsKey(code))) {
                throw LibraryRefusal.CODE_TWICE.with(
                        Facts.field("experts.code", code, "a fresh code").map());
            }
        }
        return reply;
    }
}
