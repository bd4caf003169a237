package cn.qifeng.evaluation.terminal.application;

import cn.qifeng.evaluation.terminal.domain.ClockRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the operator chooses for terminals of seats (席位终端参数); ranges stand in {@link ClockRules}. */
@ConfigMapping(prefix = "qifeng.evaluation.seat")
interface TerminalSettings {

    /** How long an activation code lives. */
    @WithDefault("10m")
    Duration codeLife();

    /** After so many wrong secrets a code is dead. */
    @WithDefault("5")
    int codeTries();

    /** How long a challenge for check-in lives. */
    @WithDefault("60s")
    Duration challengeLife();

    /** Offset of a terminal's clock, in milliseconds, from which on it is told. */
    @WithDefault("200")
    long alarm();

    /** Offset, in milliseconds, from which on nothing is committed to. */
    @WithDefault("2000")
    long block();

    /** An exchange that took longer, in milliseconds, tells nothing of the clock. */
    @WithDefault("400")
    long roundTrip();

    /** Time between two beats. */
    @WithDefault("10s")
    Duration every();

    /** Without a beat for so long nothing is committed to, and the watchers are told. */
    @WithDefault("60s")
    Duration silence();

    /** The rules of clock and heart-beat as one value. */
    default ClockRules rules() {
        return new ClockRules(alarm(), block(), roundTrip(), every(), silence());
    }
}
