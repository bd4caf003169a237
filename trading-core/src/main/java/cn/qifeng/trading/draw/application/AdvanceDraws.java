package cn.qifeng.trading.draw.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.clock.application.DueAct;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trading.draw.domain.Drawings;
import cn.qifeng.trading.log.application.PublishHead;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Takes draws to their next step: when all parties delivered or the time is over, and a published head covers it. */
@ApplicationScoped
public class AdvanceDraws implements DueAct {

    private static final Logger LOG = Logger.getLogger(AdvanceDraws.class);

    private final Drawings drawings;
    private final EndStep endStep;
    private final PublishHead publishHead;
    private final LegalClock clock;
    private final Duration window;

    AdvanceDraws(
            Drawings drawings,
            EndStep endStep,
            PublishHead publishHead,
            LegalClock clock,
            @ConfigProperty(name = "qifeng.draw.window", defaultValue = "PT10M") Duration window) {
        this.drawings = drawings;
        this.endStep = endStep;
        this.publishHead = publishHead;
        this.clock = clock;
        this.window = window;
    }

    @Override
    public void runIfDue(Instant now) {
        QuarkusTransaction.requiringNew().call(drawings::underWay).forEach(this::advance);
    }

    /** Takes one draw as far as it can go now; call it after the commit of a statement. */
    public void advance(UUID id) {
        try {
            while (QuarkusTransaction.requiringNew().call(() -> endStep.ifOver(id, window))) {
                var stage = stage(id);
                publishHead.now();
                QuarkusTransaction.requiringNew().run(() -> begin(id, stage));
            }
        } catch (Refused notYet) {
            LOG.infof("draw %s waits: %s", id, notYet.code().code());
        }
    }

    private DrawStage stage(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> drawings.find(id).map(Drawing::stage).orElseThrow());
    }

    private void begin(UUID id, DrawStage stage) {
        var drawing = drawings.lock(id).orElseThrow();
        if (drawing.headDue() && drawing.stage() == stage) {
            drawings.save(drawing.published(clock.now(), window));
        }
    }
}
