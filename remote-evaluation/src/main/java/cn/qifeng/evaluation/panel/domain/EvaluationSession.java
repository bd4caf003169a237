package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Evaluation session (评标会) of one lot: its order, its stage and its panel.
 *
 * @param round round of the technical sheets, from 1; a new round is needed when objective points differ
 */
public record EvaluationSession(
        SessionId id, SessionOrder order, Stage stage, Ceremony ceremony, Panel panel, int round) {

    /** A new session whose key set is still to be made; refuses an order that breaks a rule. */
    public static EvaluationSession of(SessionId id, SessionOrder order, Ceremony ceremony) {
        order.check();
        return new EvaluationSession(
                id, order, Stage.FORMING, ceremony, Panel.empty(order.panel().size()), 1);
    }

    /** The key set is complete; experts are drawn next. */
    public EvaluationSession formed(String set, String keySetJson) {
        require(Stage.FORMING);
        var next = new EvaluationSession(id, order, stage, ceremony.completed(set, keySetJson), panel, round);
        return next.moveTo(Stage.DRAWING);
    }

    /** The draw of experts from this pool, in canonical order, was asked for. */
    public EvaluationSession drawing(List<String> pool) {
        require(Stage.DRAWING);
        return new EvaluationSession(id, order, stage, ceremony.drawing(pool), panel, round);
    }

    /** The draw is done: the persons picked, in the order of the pick, behind those who are there already. */
    public EvaluationSession drawn(List<Seat> picked) {
        require(Stage.DRAWING);
        return withPanel(panel.with(picked)).moveTo(Stage.CONVENING);
    }

    /** Something changed among the invited; when no reserve is left, {@code nextDraw} begins another draw. */
    public EvaluationSession convene(UnaryOperator<Panel> change, UUID nextDraw) {
        require(Stage.CONVENING);
        return withPanel(change.apply(panel)).settle(nextDraw);
    }

    /**
     * A sitting member leaves before all sheets are revealed: its sheet is void, the successor scores anew and nothing
     * is shown before (实施条例 §48).
     */
    public EvaluationSession leave(UnaryOperator<Panel> change, UUID nextDraw) {
        if (stage == Stage.CONVENING) {
            return convene(change, nextDraw);
        }
        require(Stage.SCORING, Stage.REVEALING);
        return withPanel(change.apply(panel)).moveTo(Stage.CONVENING).settle(nextDraw);
    }

    /** Every active member committed its sheet. */
    public EvaluationSession committed() {
        return moveTo(Stage.REVEALING);
    }

    /** Every sheet is revealed and objective points agree: prices open. */
    public EvaluationSession revealed() {
        return moveTo(Stage.REVIEWING);
    }

    /** Objective points differ among the members: sheets are written once more, with reasons. */
    public EvaluationSession scoreAgain() {
        require(Stage.REVEALING);
        return new EvaluationSession(id, order, stage, ceremony, panel, round + 1).moveTo(Stage.SCORING);
    }

    /** The review is concluded and scores stand. */
    public EvaluationSession reviewed() {
        return moveTo(Stage.REPORTING);
    }

    /** The report is signed. */
    public EvaluationSession concluded() {
        return moveTo(Stage.CONCLUDED);
    }

    /** Refuses with {@link PanelRefusal#WRONG_STAGE} unless the session is in one of the stages. */
    public void require(Stage... stages) {
        if (!List.of(stages).contains(stage)) {
            throw wrongStage(List.of(stages));
        }
    }

    private EvaluationSession settle(UUID nextDraw) {
        if (panel.shortage() > 0) {
            return new EvaluationSession(id, order, stage, ceremony.redrawn(nextDraw), panel, round)
                    .moveTo(Stage.DRAWING);
        }
        return panel.ready() ? moveTo(Stage.SCORING) : this;
    }

    private EvaluationSession withPanel(Panel changed) {
        return new EvaluationSession(id, order, stage, ceremony, changed, round);
    }

    private EvaluationSession moveTo(Stage next) {
        if (!stage.leadsTo(next)) {
            throw wrongStage(next);
        }
        return new EvaluationSession(id, order, next, ceremony, panel, round);
    }

    private Refused wrongStage(Object expected) {
        return PanelRefusal.WRONG_STAGE.with(
                Facts.field("stage", stage, expected).and("session", id).map());
    }
}
