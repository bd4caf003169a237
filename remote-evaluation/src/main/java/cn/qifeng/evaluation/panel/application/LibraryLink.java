package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.library.application.KeepReplies;
import cn.qifeng.evaluation.library.domain.LibraryRefusal;
import cn.qifeng.evaluation.library.domain.LibraryReply.Sort;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.kernel.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Asks a library for one evaluation (专家库连线). Where it is silent or lies, that is recorded when it is new, the centre
 * sees it, and the library is asked again after a pause that grows; nothing else is ever drawn from in its place.
 */
@ApplicationScoped
class LibraryLink {

    private static final Logger LOG = Logger.getLogger(LibraryLink.class);

    private final RunningSessions running;
    private final KeepReplies keep;
    private final LibraryEntries entries;

    LibraryLink(RunningSessions running, KeepReplies keep, LibraryEntries entries) {
        this.running = running;
        this.keep = keep;
        this.entries = entries;
    }

    /** The answer to a question; empty while the library pauses, and where its reply could not be taken. */
    <T> Optional<T> ask(EvaluationSession session, Sort sort, Supplier<T> question) {
        var id = session.id().value();
        if (!QuarkusTransaction.requiringNew().call(() -> keep.line(id)).due(Instant.now())) {
            return Optional.empty();
        }
        try {
            var answer = question.get();
            QuarkusTransaction.requiringNew().run(() -> keep.answered(id));
            return Optional.of(answer);
        } catch (Refused refused) {
            if (!(refused.code() instanceof LibraryRefusal)) {
                throw refused;
            }
            LOG.warnf("library, session %s, %s: %s", id, sort, refused.code().code());
            QuarkusTransaction.requiringNew().run(() -> note(session, sort, refused));
            return Optional.empty();
        }
    }

    private void note(EvaluationSession asked, Sort sort, Refused refused) {
        var session = running.lockEvenFrozen(asked.id());
        if (keep.failed(session.id().value(), sort, refused.code().code())) {
            entries.fault(session, sort, refused);
        }
    }
}
