package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Evaluation session (评标会) of one lot: its order, its stage and its panel.
 *
 * @param round round of the sheets, from 1; a new round is needed when objective points differ
 * @param screening where the preliminary review stands
 */
public record EvaluationSession(
        SessionId id, SessionOrder order, Stage stage, Ceremony ceremony, Panel panel, int round, Screening screening) {

    private static final Stage[] VOIDABLE =
            EnumSet.range(Stage.DRAWING, Stage.REPORTING).toArray(Stage[]::new);

    /** A new session whose key set is still to be made; refuses an order that breaks a rule. */
    public static EvaluationSession of(SessionId id, SessionOrder order, Ceremony ceremony) {
        order.check();
        return new EvaluationSession(
                id, order, Stage.FORMING, ceremony, Panel.empty(order.panel().size()), 1, Screening.none());
    }

    /** The key set is complete; experts are drawn next. */
    public EvaluationSession formed(String set, String keySetJson) {
        require(Stage.FORMING);
        var next =
                new EvaluationSession(id, order, stage, ceremony.completed(set, keySetJson), panel, round, screening);
        return next.moveTo(Stage.DRAWING);
    }

    /** The centre set when, where and from where, before anybody looked at the pool. */
    public EvaluationSession planned(DrawPlan plan) {
        if (!ceremony.course().taken().isEmpty()) {
            throw PanelRefusal.DRAWN_ALREADY.with(Facts.of("session", id).map());
        }
        require(Stage.FORMING, Stage.DRAWING);
        return withCourse(ceremony.course().planned(plan.hiding(order)));
    }

    /**
     * Somebody looked at the pool: with enough in it the draw is asked for, otherwise the scope is widened, or nobody
     * is left to be drawn.
     *
     * @param pool codes in canonical order; empty when the look opened no draw
     * @param next how far the scope is widened next; empty when it cannot be
     */
    public EvaluationSession looked(String seed, StepTaken look, List<String> pool, Optional<WidenStep> next) {
        require(Stage.DRAWING);
        var drawn = look.draw().isPresent() ? ceremony.drawing(pool) : ceremony;
        return new EvaluationSession(
                id, order, stage, drawn.in(ceremony.course().looked(seed, look, next)), panel, round, screening);
    }

    /**
     * The draw is done: the persons picked, in the order of the pick, behind those who are there already. When too few
     * of them can be called, {@code nextDraw} begins another draw.
     */
    public EvaluationSession drawn(List<Seat> picked, PassRules rules, UUID nextDraw) {
        require(Stage.DRAWING);
        return withPanel(panel.under(rules).with(picked)).called(nextDraw);
    }

    /** The procuring entity names experts, because the widest pool is empty. */
    public EvaluationSession choosing(DirectChoice choice) {
        requireExhausted(false);
        if (choice.numbers().isEmpty() || choice.numbers().size() > missing()) {
            throw PanelRefusal.BAD_CHOICE.with(
                    Facts.field("experts", choice.numbers().size(), "1 to " + missing())
                            .map());
        }
        return withCourse(ceremony.course().choosing(choice));
    }

    /** The supervisor approved the direct choice: they are invited. */
    public EvaluationSession chosen(List<Seat> seats, UUID nextDraw) {
        requireExhausted(true);
        return withCourse(ceremony.course().decided())
                .withPanel(panel.choose(seats))
                .called(nextDraw);
    }

    /** The supervisor did not approve it. */
    public EvaluationSession notChosen() {
        requireExhausted(true);
        return withCourse(ceremony.course().decided());
    }

    /** Something changed among the invited; when no reserve is left, {@code nextDraw} begins another draw. */
    public EvaluationSession convene(UnaryOperator<Panel> change, UUID nextDraw) {
        require(Stage.CONVENING, Stage.DRAWING);
        var changed = withPanel(change.apply(panel));
        return stage == Stage.DRAWING ? changed : changed.settle(nextDraw);
    }

    /** Seats for which nobody is there: before the first draw those of experts. */
    public int missing() {
        return panel.seats().isEmpty() ? order.panel().expertSeats() : panel.shortage();
    }

    /**
     * A sitting member leaves before prices are open: its sheets are void, the successor writes them anew and nothing is
     * shown before; what the panel decided in the preliminary review is decided anew (实施条例 §48).
     */
    public EvaluationSession leave(UnaryOperator<Panel> change, UUID nextDraw) {
        if (stage == Stage.CONVENING || stage == Stage.DRAWING) {
            return convene(change, nextDraw);
        }
        require(Stage.SCORING, Stage.REVEALING, Stage.SETTLING);
        return reopened().withPanel(change.apply(panel)).moveTo(Stage.CONVENING).settle(nextDraw);
    }

    /**
     * What was done is void by the decision on a fault, and is done again: the panel is still to be dissolved, and sheets
     * are written in a round behind all that were used. In a re-review only that review is void; the former report and the
     * labels of before stand.
     *
     * @param seed of the labels from now on, 32 bytes, hex; not used in a re-review
     */
    public EvaluationSession voided(String seed) {
        require(VOIDABLE);
        int next = screening.next(round);
        var begun = again(next, seed);
        return stage == Stage.DRAWING || stage == Stage.CONVENING ? begun : begun.moveTo(Stage.CONVENING);
    }

    private EvaluationSession again(int next, String seed) {
        return screening.closed()
                ? inRound(next)
                : new EvaluationSession(id, order, stage, ceremony.relabelled(seed), panel, next, Screening.anew(next));
    }

    /** Whether the report of before stands, and a supervisor had the panel review once more. */
    public boolean reviewedOnce() {
        return screening.closed();
    }

    /** Whether the panel is complete and works, or worked. */
    public boolean complete() {
        return stage.isFrom(Stage.SCORING);
    }

    /** Every active member committed its sheet. */
    public EvaluationSession committed() {
        return moveTo(Stage.REVEALING);
    }

    /**
     * Every technical sheet is revealed and objective points agree: prices open, or, where the preliminary review comes
     * behind them, it begins.
     */
    public EvaluationSession revealed() {
        require(Stage.REVEALING);
        requireSheets(SheetKind.TECHNICAL);
        if (!order.review().isEmpty() && !screening.settled()) {
            int next = screening.round() > 0 ? screening.round() : screening.next(round);
            var members = panel.seated().stream().map(Seat::member).collect(Collectors.toSet());
            return with(screening.begun(next, round).naming(members))
                    .inRound(next)
                    .moveTo(Stage.SCORING);
        }
        return moveTo(Stage.REVIEWING);
    }

    /** Judgements are open, and the panel has to decide on what a member did not pass. */
    public EvaluationSession judged() {
        requireScreening();
        return moveTo(Stage.SETTLING);
    }

    /**
     * The preliminary review is decided: technical sheets come next, over the bids that are left, or prices where these
     * are written already.
     *
     * @param out ids of the bids that the panel rejected
     * @param ends whether nothing is left to evaluate
     * @param finding what the panel found on competition where fewer than three bids are left; otherwise empty
     */
    public EvaluationSession screened(Set<String> out, boolean ends, String finding) {
        requireScreening();
        if (order.screenedBehind() || ends) {
            var decided = with(screening.settled(out, screening.first(), finding));
            var back = order.screenedBehind() ? decided.inRound(screening.scored()) : decided;
            return back.moveTo(ends ? Stage.REPORTING : Stage.REVIEWING);
        }
        int next = screening.next(round);
        return with(screening.settled(out, next, finding)).inRound(next).moveTo(Stage.SCORING);
    }

    /** What the members write, or wrote last. */
    public SheetKind sheets() {
        boolean judging = screening.round() == round && !screening.settled();
        return judging ? SheetKind.SCREENING : SheetKind.TECHNICAL;
    }

    /** Whether technical sheets were written: not where the preliminary review left no bid to score. */
    public boolean scored() {
        return order.screenedBehind() || screening.round() == 0 || screening.round() != round;
    }

    /**
     * Bids that the technical sheets are about, in the order of the bid list: those that the preliminary review left, and
     * all where it stands behind the sheets.
     */
    public List<OpenedBid> admitted() {
        return order.evaluated().stream()
                .filter(it -> order.screenedBehind() || !screening.out().contains(it.bidId()))
                .toList();
    }

    /** Whether members may know whose bid they read: from the preliminary review on, or from when prices are open. */
    public boolean identitiesOpen() {
        boolean judgedFirst = !order.screenedBehind() && screening.round() > 0;
        return stage.isFrom(Stage.REVIEWING) || judgedFirst || sheets() == SheetKind.SCREENING;
    }

    /** Whether members may know prices: when the technical sheets are locked, and nothing but prices is left or is judged. */
    public boolean pricesOpen() {
        boolean judged = order.screensPrices() && (sheets() == SheetKind.SCREENING || stage == Stage.SETTLING);
        return stage.isFrom(Stage.REVIEWING) || judged;
    }

    /**
     * Whether the technical sheet of a member stands: it was written before names or prices were open, and the
     * member knows them by now. A
     * re-review writes it anew all the same, by what its approval names.
     */
    public boolean stands(Seat seat) {
        return order.screenedBehind()
                && !screening.closed()
                && screening.named().contains(seat.member());
    }

    private void requireScreening() {
        require(Stage.REVEALING, Stage.SETTLING);
        requireSheets(SheetKind.SCREENING);
    }

    private void requireSheets(SheetKind kind) {
        if (sheets() != kind) {
            throw PanelRefusal.WRONG_STAGE.with(
                    Facts.field("sheets", sheets(), kind).and("session", id).map());
        }
    }

    /** Whoever comes judges the bids anew, and where these are blind scores them before that. */
    private EvaluationSession reopened() {
        if (screening.round() == 0 || screening.closed()) {
            return this;
        }
        return with(screening.reopened()).inRound(order.screenedBehind() ? screening.scored() : screening.round());
    }

    private EvaluationSession inRound(int next) {
        return new EvaluationSession(id, order, stage, ceremony, panel, next, screening.used(next));
    }

    private EvaluationSession with(Screening changed) {
        return new EvaluationSession(id, order, stage, ceremony, panel, round, changed);
    }

    /** Objective points differ among the members: sheets that do not stand are written once more, with reasons. */
    public EvaluationSession scoreAgain() {
        require(Stage.REVEALING);
        requireSheets(SheetKind.TECHNICAL);
        return inRound(screening.next(round)).moveTo(Stage.SCORING);
    }

    /** The review is concluded and scores stand. */
    public EvaluationSession reviewed() {
        require(Stage.REVIEWING);
        return moveTo(Stage.REPORTING);
    }

    /** The supervisor approved a re-review: sheets are written once more, as new versions. */
    public EvaluationSession again() {
        require(Stage.CONCLUDED);
        return inRound(screening.next(round)).moveTo(Stage.SCORING);
    }

    /** The report is signed. */
    public EvaluationSession concluded() {
        return with(screening.close()).moveTo(Stage.CONCLUDED);
    }

    /** Refuses with {@link PanelRefusal#WRONG_STAGE} unless the session is in one of the stages. */
    public void require(Stage... stages) {
        if (!List.of(stages).contains(stage)) {
            throw wrongStage(List.of(stages));
        }
    }

    private EvaluationSession settle(UUID nextDraw) {
        if (panel.shortage() > 0) {
            return new EvaluationSession(id, order, stage, ceremony.redrawn(nextDraw), panel, round, screening)
                    .moveTo(Stage.DRAWING);
        }
        return panel.ready() ? begun().moveTo(Stage.SCORING) : this;
    }

    /** The preliminary review comes first, except where technical files are blind or an item is about the price. */
    private EvaluationSession begun() {
        boolean first = !order.review().isEmpty() && !order.screenedBehind() && screening.round() == 0;
        return first ? with(screening.begun(round, round)) : this;
    }

    private EvaluationSession called(UUID nextDraw) {
        return panel.shortage() > 0
                ? new EvaluationSession(id, order, stage, ceremony.redrawn(nextDraw), panel, round, screening)
                : moveTo(Stage.CONVENING);
    }

    private void requireExhausted(boolean asked) {
        require(Stage.DRAWING);
        var course = ceremony.course();
        if (!course.exhausted() || course.choice().isPresent() != asked) {
            throw PanelRefusal.NO_DIRECT_CHOICE.with(
                    Facts.field("choice", course.choice().isPresent(), asked)
                            .and("exhausted", course.exhausted())
                            .and("session", id)
                            .map());
        }
    }

    private EvaluationSession withCourse(DrawCourse course) {
        return new EvaluationSession(id, order, stage, ceremony.in(course), panel, round, screening);
    }

    private EvaluationSession withPanel(Panel changed) {
        return new EvaluationSession(id, order, stage, ceremony, changed, round, screening);
    }

    private EvaluationSession moveTo(Stage next) {
        if (!stage.leadsTo(next)) {
            throw wrongStage(next);
        }
        return new EvaluationSession(id, order, next, ceremony, panel, round, screening);
    }

    private Refused wrongStage(Object expected) {
        return PanelRefusal.WRONG_STAGE.with(
                Facts.field("stage", stage, expected).and("session", id).map());
    }
}
