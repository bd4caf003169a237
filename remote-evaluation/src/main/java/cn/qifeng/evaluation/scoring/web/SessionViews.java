package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.blind.application.ReadBlindFiles;
import cn.qifeng.evaluation.fault.application.ReadVoided;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.scoring.application.ReadJudgements;
import cn.qifeng.evaluation.scoring.application.ReadProgress;
import cn.qifeng.evaluation.scoring.application.ReadResult;
import cn.qifeng.evaluation.scoring.domain.Labels;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Builds what a role may see of a session in its stage (docs/api.md, "remote-evaluation"). */
@ApplicationScoped
class SessionViews {

    private final ReadProgress progress;
    private final ReadResult results;
    private final ReadJudgements judgements;
    private final ReadVoided voided;

    SessionViews(ReadProgress progress, ReadResult results, ReadJudgements judgements, ReadVoided voided) {
        this.progress = progress;
        this.results = results;
        this.judgements = judgements;
        this.voided = voided;
    }

    /** A member's view; before check-in it tells neither the tender nor who bid. */
    MemberView member(EvaluationSession session, Seat seat) {
        var order = session.order();
        boolean informed = seat.state() == SeatState.CHECKED_IN || seat.state() == SeatState.SEATED;
        boolean seated = seat.state() == SeatState.SEATED;
        boolean open = session.stage().isFrom(Stage.REVIEWING) && seated;
        return new MemberView(
                session.id().toString(),
                informed ? order.tender().toString() : null,
                informed ? order.lot().toString() : null,
                informed ? order.name() : null,
                session.stage().name(),
                session.round(),
                progress.again(session),
                session.sheets().name(),
                ScreeningView.place(order),
                ReadBlindFiles.isBlind(session),
                informed ? voided.of(session.id()) : List.of(),
                new Me(seat.number(), seat.state().name(), seat.member()),
                panel(session, seated),
                seated ? order.criteria().stream().map(Item::of).toList() : List.of(),
                seated ? screening(session) : null,
                ReasonLimits.of(progress.reasons(session)),
                seated ? progress.repair(session, seat).orElse(null) : null,
                seated ? rework(session, seat) : null,
                seated ? bids(session, seat, open) : List.of(),
                informed ? units(session) : List.of(),
                seated ? keySet(session) : null,
                open || seated && settling(session) ? rejections(session, seat) : List.of(),
                open ? PriceTerms.of(order) : null,
                order.procurement(),
                seated ? results.of(session.id()).map(ResultView::of).orElse(null) : null);
    }

    /** What supervisor and centre see: stages and counts, no scores, no names, no labels. */
    WatchView watch(EvaluationSession session) {
        var order = session.order();
        var revealed = progress.revealedByMember(session);
        return new WatchView(
                session.id().toString(),
                order.tender().toString(),
                order.lot().toString(),
                order.name(),
                session.stage().name(),
                session.round(),
                progress.again(session),
                session.sheets().name(),
                ScreeningView.place(order),
                voided.of(session.id()),
                session.panel().size(),
                session.panel().seated().size(),
                revealed.size(),
                (int) revealed.values().stream().filter(it -> it).count(),
                session.panel().occupied().stream()
                        .map(it -> new Progress(
                                session.panel().shown(it),
                                it.state().name(),
                                revealed.containsKey(it.member()),
                                revealed.getOrDefault(it.member(), false)))
                        .toList());
    }

    private PanelView panel(EvaluationSession session, boolean seated) {
        var panel = session.panel();
        if (!seated) {
            return new PanelView(panel.size(), null, List.of());
        }
        Map<String, Boolean> revealed = progress.revealedByMember(session);
        var members = panel.occupied().stream()
                .map(it -> new Progress(
                        panel.shown(it),
                        it.state().name(),
                        revealed.containsKey(it.member()),
                        revealed.getOrDefault(it.member(), false)))
                .toList();
        return new PanelView(panel.size(), panel.leader().orElse(null), members);
    }

    /** The preliminary review; nothing where the tender document has no items for it. */
    private ScreeningView screening(EvaluationSession session) {
        if (session.order().review().isEmpty()) {
            return null;
        }
        return ScreeningView.of(
                session, settling(session) ? judgements.of(session).orElse(null) : null);
    }

    private static boolean settling(EvaluationSession session) {
        return session.stage() == Stage.SETTLING;
    }

    /** Names without prices from the preliminary review on; technical sheets are about the bids that it left. */
    private static List<LabelledBid> named(EvaluationSession session, Labels labels) {
        var names = session.admitted().stream().collect(Collectors.toMap(OpenedBid::bidId, OpenedBid::name));
        return labels.of(names.keySet()).stream()
                .map(label -> LabelledBid.named(
                        label,
                        labels.bid(label).orElseThrow(),
                        names.get(labels.bid(label).orElseThrow()),
                        true))
                .toList();
    }

    private List<LabelledBid> bids(EvaluationSession session, Seat seat, boolean open) {
        var labels = progress.labels(session, seat);
        if (!open) {
            return session.identitiesOpen()
                    ? named(session, labels)
                    : labels.all().stream().map(LabelledBid::blind).toList();
        }
        var rejected = results.rejections(session.id()).stream()
                .filter(Rejection::rejects)
                .map(Rejection::bidId)
                .collect(Collectors.toSet());
        var bids = session.order().evaluated().stream().collect(Collectors.toMap(OpenedBid::bidId, it -> it));
        var names = labels.all();
        return IntStream.range(0, bids.size())
                .mapToObj(i -> opened(names.get(i), bids.get(labels.bidIds().get(i)), rejected))
                .toList();
    }

    private static LabelledBid opened(String label, OpenedBid bid, Set<String> rejected) {
        return new LabelledBid(
                label,
                bid.bidId(),
                bid.name(),
                bid.price().orElseThrow().value(),
                bid.durationDays().orElse(null),
                !rejected.contains(bid.bidId()));
    }

    private ReworkTerms rework(EvaluationSession session, Seat seat) {
        return progress.rework(session, seat)
                .map(it -> ReworkTerms.of(it, progress.labels(session, seat)))
                .orElse(null);
    }

    private static List<Unit> units(EvaluationSession session) {
        return session.order().bids().stream()
                .map(it -> new Unit(it.name(), it.uscc()))
                .sorted(Comparator.comparing(Unit::name))
                .toList();
    }

    private static JsonNode keySet(EvaluationSession session) {
        return session.ceremony()
                .keySetJson()
                .map(it -> CanonicalJson.decode(it.getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }

    private List<RejectionView> rejections(EvaluationSession session, Seat seat) {
        return results.rejections(session.id()).stream()
                .map(it -> RejectionView.of(it, seat.member()))
                .toList();
    }
}
