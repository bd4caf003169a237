package cn.qifeng.trading.clock.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.clock.domain.ClockReading;
import cn.qifeng.trading.clock.domain.DecisionClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clock of the database plus the sandbox's offset; {@code clock_timestamp()} stands here and nowhere else. */
@ApplicationScoped
class DatabaseClock implements DecisionClock {

    private final Sql sql;
    private final String moment;

    DatabaseClock(
            Sql sql, @ConfigProperty(name = "quarkus.datasource.db-kind", defaultValue = "postgresql") String kind) {
        this.sql = sql;
        this.moment = kind.equals("oracle") ? "systimestamp" : "clock_timestamp()";
    }

    @Override
    public ClockReading read() {
        return sql.timed(
                (row, asked) -> reading(Sql.moment(row, "moment"), row.getLong("offset_ms"), asked),
                "select " + moment + " as moment, offset_ms from legal_clock where id = 1");
    }

    @Override
    public void advance(Duration further) {
        sql.update("update legal_clock set offset_ms = offset_ms + ? where id = 1", further.toMillis());
    }

    private static ClockReading reading(Instant moment, long offsetMs, long asked) {
        long answered = System.nanoTime();
        var machine = moment.truncatedTo(ChronoUnit.MILLIS);
        long boundMs = Duration.ofNanos(answered - asked).toMillis() + 1;
        return new ClockReading(machine.plusMillis(offsetMs), machine, boundMs, asked + (answered - asked) / 2);
    }
}
