package cn.qifeng.launcher.measure.deadline;

import cn.qifeng.launcher.measure.Figures;
import cn.qifeng.launcher.measure.OwnPlatform;
import java.time.Duration;

/**
 * Processor time that a kind of request took, where it was spent.
 *
 * @param core seconds of trading-core
 * @param compilers those of them that its compilers took: of a process that has run for long, none
 * @param database seconds of PostgreSQL
 * @param client seconds of the clients, which are this process
 */
record Spent(double core, double compilers, double database, double client) {

    static final Spent NOTHING = new Spent(0, 0, 0, 0);

    /** All of it so far. */
    static Spent soFar(OwnPlatform platform) {
        var own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new Spent(
                platform.cpuSeconds("trading-core"),
                platform.compilerSeconds("trading-core"),
                platform.cpuSeconds(OwnPlatform.POSTGRESQL),
                own.toMillis() / 1000.0);
    }

    Spent since(Spent former) {
        return new Spent(
                core - former.core, compilers - former.compilers, database - former.database, client - former.client);
    }

    Spent and(Spent more) {
        return new Spent(core + more.core, compilers + more.compilers, database + more.database, client + more.client);
    }

    /** What the compilers took of the service's time. */
    double compilersShare() {
        return compilers / core;
    }

    /** Milliseconds for each of so many requests. */
    void each(int requests, String kind, Figures figures) {
        figures.add(kind + "CoreMs", core * 1000 / requests)
                .add(kind + "CompilersMs", compilers * 1000 / requests)
                .add(kind + "DatabaseMs", database * 1000 / requests)
                .add(kind + "ClientMs", client * 1000 / requests);
    }
}
