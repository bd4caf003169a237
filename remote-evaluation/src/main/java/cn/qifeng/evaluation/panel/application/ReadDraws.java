package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.library.application.KeepReplies;
import cn.qifeng.evaluation.library.domain.LibraryLine;
import cn.qifeng.evaluation.library.domain.LibraryReply;
import cn.qifeng.evaluation.panel.domain.Call;
import cn.qifeng.evaluation.panel.domain.Calls;
import cn.qifeng.evaluation.panel.domain.DrawPlan;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.NameLook;
import cn.qifeng.evaluation.panel.domain.NameLooks;
import cn.qifeng.evaluation.panel.domain.Organisation;
import cn.qifeng.evaluation.panel.domain.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows how draws and calls of a session go (抽取台), without a name. */
@ApplicationScoped
public class ReadDraws {

    private final RunningSessions running;
    private final DrawPlans plans;
    private final DrawSettings settings;
    private final Calls calls;
    private final NameLooks looks;
    private final KeepReplies replies;
    private final MakeCalls makeCalls;

    ReadDraws(
            RunningSessions running,
            DrawPlans plans,
            DrawSettings settings,
            Calls calls,
            NameLooks looks,
            KeepReplies replies,
            MakeCalls makeCalls) {
        this.running = running;
        this.plans = plans;
        this.settings = settings;
        this.calls = calls;
        this.looks = looks;
        this.replies = replies;
        this.makeCalls = makeCalls;
    }

    /**
     * The draws of a session.
     *
     * @param notBefore from when on experts may be drawn; empty while the plan is awaited
     * @param calls by number of the expert
     * @param library empty where our own pool is drawn from
     */
    public record Desk(
            EvaluationSession session,
            DrawPlan plan,
            Optional<Instant> notBefore,
            DrawSettings settings,
            Map<String, Call> calls,
            List<NameLook> looks,
            Optional<LibraryDesk> library) {}

    /** What the provincial library replied to one session, and how it answers. */
    public record LibraryDesk(Organisation library, List<LibraryReply> replies, LibraryLine line) {}

    /** Sessions, the newest first. */
    @Transactional
    public List<EvaluationSession> all() {
        return running.all();
    }

    /** One session; refuses with {@code panel/not-found}. */
    @Transactional
    public Desk of(SessionId id) {
        var session = running.read(id);
        var byNumber = calls.of(id).stream().collect(Collectors.toMap(Call::number, Function.identity()));
        var library = session.order()
                .panel()
                .library()
                .map(it -> new LibraryDesk(it, replies.of(id.value()), replies.line(id.value())));
        return new Desk(
                session, plans.of(session), plans.notBefore(session), settings, byNumber, looks.of(id), library);
    }

    /** Has the called of this place told once more; refuses when its time is over. */
    @Transactional
    public void tellAgain(SessionId id, String place) {
        var session = running.lockEvenFrozen(id);
        var number = session.panel().seats().stream()
                .filter(it -> session.panel().place(it).equals(place))
                .map(it -> it.number())
                .findFirst()
                .orElse(place);
        var call = calls.of(id, session.panel().seat(number).number());
        makeCalls.again(call.map(Call::id).orElse(new UUID(0, 0)));
    }
}
