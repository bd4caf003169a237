package cn.qifeng.trading.rework.application;

import cn.qifeng.trading.award.application.ReviewedAgain;
import cn.qifeng.trading.rework.domain.Rework;
import cn.qifeng.trading.rework.domain.ReworkState;
import cn.qifeng.trading.rework.domain.Reworks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A re-review ends with its second report (复评结束). */
@ApplicationScoped
class FinishRework {

    private final Reworks reworks;

    FinishRework(Reworks reworks) {
        this.reworks = reworks;
    }

    void on(@Observes ReviewedAgain report) {
        reworks.of(report.lot()).stream()
                .filter(it -> it.state() == ReworkState.APPROVED)
                .map(Rework::done)
                .forEach(reworks::save);
    }
}
