package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.panel.domain.TradingCore;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** A member reads an opened file of a bid under its label (查阅投标文件); the price part stays shut while scoring. */
@ApplicationScoped
public class ReadBidFile {

    private static final int MANIFEST = 2;
    private static final Set<String> TECHNICAL_PART = Set.of("TECHNICAL", "OTHER");

    private final RunningSessions running;
    private final TradingCore core;

    ReadBidFile(RunningSessions running, TradingCore core) {
        this.running = running;
        this.core = core;
    }

    /** The first file in this role ({@code TECHNICAL}, {@code LETTER}, {@code PRICED_BILL}, …); the caller closes it. */
    public OpenedFile read(SessionId id, String person, String label, String role) {
        var session = running.read(id);
        var bidId = bidId(session, person, label, role);
        var lot = session.order().lot();
        for (var file : manifest(lot, bidId).path("files")) {
            if (file.path("role").asText().equals(role)) {
                return new OpenedFile(
                        file.path("mediaType").asText(),
                        core.file(lot, bidId, file.path("n").asInt()));
            }
        }
        throw ScoringRefusal.NO_SUCH_FILE.with(
                Facts.of("role", role).and("label", label).map());
    }

    private JsonNode manifest(LotId lot, String bidId) {
        try (var file = core.file(lot, bidId, MANIFEST)) {
            return CanonicalJson.read(file.bytes().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bidId(EvaluationSession session, String person, String label, String role) {
        var seat = RunningSessions.seated(session, person);
        boolean open = session.stage().isFrom(Stage.REVIEWING)
                || session.stage().isFrom(Stage.SCORING) && TECHNICAL_PART.contains(role);
        if (!open) {
            throw ScoringRefusal.FILE_NOT_OPEN.with(Facts.field("stage", session.stage(), Stage.REVIEWING)
                    .and("role", role)
                    .map());
        }
        return ScoringRules.labels(session, seat)
                .bid(label)
                .orElseThrow(() ->
                        ScoringRefusal.NO_SUCH_BID.with(Facts.of("label", label).map()));
    }

    /** An opened file and its media type. */
    public record OpenedFile(String mediaType, TradingCore.FileStream content) {}
}
