package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.application.HallDoor.Place;
import cn.qifeng.evaluation.hall.application.HallDoor.Visitor;
import cn.qifeng.evaluation.hall.domain.Freeze;
import cn.qifeng.evaluation.hall.domain.HallEvent;
import cn.qifeng.evaluation.hall.domain.HallEvents;
import cn.qifeng.evaluation.hall.domain.HallRecorder;
import cn.qifeng.evaluation.hall.domain.Participant;
import cn.qifeng.evaluation.hall.domain.SpokenText;
import cn.qifeng.evaluation.hall.domain.SpokenTexts;
import cn.qifeng.evaluation.hall.domain.Warning;
import cn.qifeng.evaluation.hall.domain.Warnings;
import cn.qifeng.evaluation.panel.application.DrawPlans;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the hall of a session as a member or a watcher may see it (评标厅查看). */
@ApplicationScoped
public class ReadHall {

    private static final int EVENTS_MAX = 60;
    private static final int TEXTS_MAX = 500;

    private final HallDoor door;
    private final Attendance attendance;
    private final Rooms rooms;
    private final FreezeState freezes;
    private final Warnings warnings;
    private final SpokenTexts texts;
    private final HallEvents events;
    private final HallSettings settings;
    private final Instance<HallRecorder> recorders;

    ReadHall(
            HallDoor door,
            Attendance attendance,
            Rooms rooms,
            FreezeState freezes,
            Warnings warnings,
            SpokenTexts texts,
            HallEvents events,
            HallSettings settings,
            Instance<HallRecorder> recorders) {
        this.door = door;
        this.attendance = attendance;
        this.rooms = rooms;
        this.freezes = freezes;
        this.warnings = warnings;
        this.texts = texts;
        this.events = events;
        this.settings = settings;
        this.recorders = recorders;
    }

    /**
     * A hall as one participant sees it.
     *
     * @param open whether lines may be opened now
     * @param records whether a recorder is there
     * @param watching labels of watchers who are there, as far as they are shown
     * @param labels session codes by certificate
     * @param events for watchers alone
     */
    public record Hall(
            Participant me,
            HallKind kind,
            boolean open,
            boolean records,
            Optional<Freeze> frozen,
            List<Warning> warnings,
            List<MemberHere> members,
            List<String> watching,
            Map<String, String> labels,
            int texts,
            List<HallEvent> events) {}

    /**
     * A member who checked in.
     *
     * @param here whether a line of its browser is there
     * @param recorded whether its recording was confirmed within the last seconds
     */
    public record MemberHere(String label, String member, boolean leads, boolean here, boolean recorded) {}

    /** The hall; refuses whoever has no place in it. */
    @Transactional
    public Hall view(SessionId id, Visitor visitor) {
        var place = door.of(id, visitor);
        var session = place.session();
        var kind = DrawPlans.hall(session);
        boolean watches = place.participant().watches();
        return new Hall(
                place.participant(),
                kind,
                kind.exists() && HallDoor.atWork(session),
                kind.exists() && rooms.of(kind).records(),
                freezes.present(id),
                warnings.of(id).stream().filter(it -> mayRead(it, place)).toList(),
                members(session),
                watches || settings.watchersVisible() ? watching(id) : List.of(),
                session.panel().seats().stream()
                        .filter(it -> !it.member().isEmpty())
                        .collect(Collectors.toMap(
                                Seat::member, it -> Participant.label(session, it), (one, same) -> one)),
                texts.count(id),
                watches ? events.of(id, EVENTS_MAX) : List.of());
    }

    /** Messages behind a number, in order. */
    @Transactional
    public List<SpokenText> texts(SessionId id, Visitor visitor, int behind) {
        door.of(id, visitor);
        return texts.behind(id, behind, TEXTS_MAX);
    }

    private static boolean mayRead(Warning warning, Place place) {
        return place.participant().watches() || warning.isFor(place.seat().member());
    }

    private List<MemberHere> members(EvaluationSession session) {
        var leader = session.panel().leader();
        return session.panel().seats().stream()
                .filter(it -> it.state().arrived())
                .map(it -> {
                    var label = Participant.label(session, it);
                    boolean here = attendance.find(session.id(), label).isPresent();
                    boolean leads = leader.filter(it.number()::equals).isPresent();
                    boolean recorded = recorders.stream().anyMatch(one -> one.confirmed(session.id(), label));
                    return new MemberHere(label, it.member(), leads, here, recorded);
                })
                .toList();
    }

    private List<String> watching(SessionId id) {
        return attendance.all(id).stream()
                .map(Present::who)
                .filter(Participant::watches)
                .map(Participant::label)
                .sorted()
                .toList();
    }
}
