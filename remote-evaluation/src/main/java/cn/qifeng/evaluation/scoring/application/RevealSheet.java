package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.SheetKind;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.evaluation.scoring.domain.Sheets;
import cn.qifeng.evaluation.scoring.domain.StoredSheet;
import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.score.Commitments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/**
 * A member reveals the sheet it committed to (揭示评分), only after every active member has committed. When all are
 * revealed, prices open or, in the preliminary review, the panel decides; where objective points differ, or a total lies
 * far from the mean without a reason, all whose sheets do not stand score once more, with reasons.
 */
@ApplicationScoped
public class RevealSheet {

    private static final int NONCE_BYTES = 32;

    private final RunningSessions running;
    private final Sheets sheets;
    private final ReadSheets readSheets;
    private final SettleScreening settleScreening;
    private final OpenPrices openPrices;
    private final ReworkScope scope;
    private final ScoringEntries entries;

    RevealSheet(
            RunningSessions running,
            Sheets sheets,
            ReadSheets readSheets,
            SettleScreening settleScreening,
            OpenPrices openPrices,
            ReworkScope scope,
            ScoringEntries entries) {
        this.running = running;
        this.sheets = sheets;
        this.readSheets = readSheets;
        this.settleScreening = settleScreening;
        this.openPrices = openPrices;
        this.scope = scope;
        this.entries = entries;
    }

    /** Takes the signed sheet; refuses one that does not match its commitment. */
    @Transactional
    public void reveal(SessionId id, String person, JsonNode json) {
        var session = running.lock(id);
        var seat = RunningSessions.seated(session, person, Stage.REVEALING);
        var stored = sheets.of(id.toString(), session.round(), seat.member()).orElseThrow();
        if (stored.revealed()) {
            throw ScoringRefusal.REVEALED_ALREADY.with(
                    Facts.of("round", session.round()).map());
        }
        var statement = SignedStatements.verified(
                json, CommitSheet.template(session, "sheet-reveal"), Set.of("nonce", "sheet"), seat.member());
        var fields = Fields.of(statement.doc());
        if (!matches(session, seat, stored, fields)) {
            throw ScoringRefusal.COMMITMENT_DIFFERS.with(
                    Facts.field("sheet", "another sheet", stored.commitHash()).map());
        }
        entries.revealed(session, statement);
        take(session, seat, stored, fields.object("sheet").doc());
    }

    /** Takes a sheet that matches its commitment, whoever opened it. The last one opens the prices. */
    void take(EvaluationSession session, Seat seat, StoredSheet stored, ObjectNode sheet) {
        var accepted = ScoringSteps.accept(session, seat, sheet);
        scope.check(session, seat, accepted);
        sheets.save(session.id().toString(), stored.revealed(accepted));
        if (readSheets.allRevealed(session)) {
            finish(session);
        }
    }

    /** Whether a sheet is complete and within what may be changed; refuses one that is not. */
    boolean accepts(EvaluationSession session, Seat seat, ObjectNode sheet) {
        scope.check(session, seat, ScoringSteps.accept(session, seat, sheet));
        return true;
    }

    /** Whether {@code nonce} and {@code sheet} are what the member committed to. */
    static boolean matches(EvaluationSession session, Seat seat, StoredSheet stored, Fields opened) {
        var nonce = opened.hex("nonce", NONCE_BYTES);
        var sheet = opened.object("sheet").doc();
        var commit = Commitments.sheet(session.id().value(), Hex.decode(seat.member()), session.round(), nonce, sheet);
        return Hex.encode(commit).equals(stored.commitHash());
    }

    private void finish(EvaluationSession session) {
        if (session.sheets() == SheetKind.SCREENING) {
            settleScreening.opened(session);
            return;
        }
        var revealed = readSheets.of(session);
        if (!ScoringSteps.differences(session, revealed).isEmpty()
                || !ScoringSteps.outliers(session, revealed).isEmpty()) {
            var again = session.scoreAgain();
            keepStanding(session, again.round());
            running.save(again);
            return;
        }
        var next = session.revealed();
        running.save(next);
        if (next.sheets() == SheetKind.SCREENING) {
            entries.namesOpen(session);
        }
        openPrices.open(next);
    }

    /** Whoever knows the names by now does not score anew: its sheet goes on into the round of those who do not. */
    private void keepStanding(EvaluationSession session, int again) {
        var id = session.id().toString();
        session.panel().seated().stream()
                .filter(session::stands)
                .map(it -> sheets.of(id, session.round(), it.member()).orElseThrow())
                .forEach(it -> sheets.save(id, it.in(again)));
    }
}
