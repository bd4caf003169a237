package cn.qifeng.launcher.measure.crash;

import cn.qifeng.launcher.measure.OwnPlatform;
import java.io.IOException;
import java.util.Random;

/** Kills one part of the platform with SIGKILL; the launcher starts it again, as it would after any death. */
final class Killer {

    private static final int POSTGRESQL_PERCENT = 45;
    private static final int BOND_PERCENT = 15;

    /** A part that can die by itself. */
    enum Victim {
        /** The database with all its processes. */
        POSTGRESQL(OwnPlatform.POSTGRESQL),
        /** The service that takes and opens bids. */
        TRADING_CORE("trading-core"),
        /** The service of bonds, without which bidding goes on. */
        GUARANTEE_BOND("guarantee-bond");

        private final String part;

        Victim(String part) {
            this.part = part;
        }
    }

    private final OwnPlatform platform;

    Killer(OwnPlatform platform) {
        this.platform = platform;
    }

    /** Draws who dies next. */
    static Victim draw(Random random) {
        int drawn = random.nextInt(100);
        if (drawn < POSTGRESQL_PERCENT) {
            return Victim.POSTGRESQL;
        }
        return drawn < 100 - BOND_PERCENT ? Victim.TRADING_CORE : Victim.GUARANTEE_BOND;
    }

    /** Kills it; returns how many processes died by that. */
    int kill(Victim victim) throws InterruptedException {
        return platform.kill(victim.part);
    }

    /** Waits until trading-core answers with its database behind it. */
    void awaitCore() throws IOException, InterruptedException {
        platform.awaitReady("trading-core");
    }

    /** Waits until guarantee-bond answers with its database behind it. */
    void awaitBond() throws IOException, InterruptedException {
        platform.awaitReady("guarantee-bond");
    }
}
