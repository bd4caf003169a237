package cn.qifeng.evaluation.clearing.persistence;

import cn.qifeng.evaluation.clearing.domain.ClearedBid;
import cn.qifeng.evaluation.clearing.domain.ClearingRun;
import cn.qifeng.evaluation.clearing.domain.ClearingState;
import cn.qifeng.evaluation.clearing.domain.Clearings;
import cn.qifeng.evaluation.clearing.domain.Finding;
import cn.qifeng.evaluation.clearing.domain.FindingFilter;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Clearings in the database. The beat is of the machine clock: it is a lease, no matter of law. */
@ApplicationScoped
class SqlClearings implements Clearings {

    private static final String RUNNING = ClearingState.RUNNING.name();
    private static final String WAITING = ClearingState.WAITING.name();
    private static final String DUE = " (state = ? or state = ? and beat_at < ?)";

    private final Sql sql;
    private final ObjectMapper json;

    SqlClearings(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Optional<ClearingRun> find(SessionId session) {
        return sql.first(
                row -> read(row.getString("body"), ClearingRun.class),
                "select body from clearing where session_id = ?",
                session.toString());
    }

    @Override
    public List<SessionId> due(Duration silence) {
        return sql.list(
                row -> SessionId.of(row.getString("session_id")),
                "select session_id from clearing where" + DUE + " order by beat_at",
                WAITING,
                RUNNING,
                Instant.now().minus(silence));
    }

    @Override
    public void save(ClearingRun run) {
        var id = run.session().toString();
        int known = sql.update(
                "update clearing set state = ?, beat_at = ?, body = ?, version = version + 1 where session_id = ?",
                run.state().name(),
                Instant.now(),
                write(run),
                id);
        if (known == 0) {
            sql.update(
                    "insert into clearing (session_id, state, beat_at, body, version) values (?, ?, ?, ?, 0)",
                    id,
                    run.state().name(),
                    Instant.now(),
                    write(run));
        }
    }

    @Override
    public boolean take(SessionId session, Duration silence) {
        var now = Instant.now();
        return sql.update(
                        "update clearing set state = ?, beat_at = ?, version = version + 1 where session_id = ? and"
                                + DUE,
                        RUNNING,
                        now,
                        session.toString(),
                        WAITING,
                        RUNNING,
                        now.minus(silence))
                == 1;
    }

    @Override
    public void forget(SessionId session) {
        sql.update("delete from clearing_finding where session_id = ?", session.toString());
        sql.update("delete from cleared_bid where session_id = ?", session.toString());
    }

    @Override
    public void put(SessionId session, ClearedBid bid, List<Finding> findings) {
        var id = session.toString();
        int known = sql.update(
                "update cleared_bid set body = ? where session_id = ? and bid_id = ?", write(bid), id, bid.bidId());
        if (known == 0) {
            sql.update(
                    "insert into cleared_bid (session_id, bid_id, body) values (?, ?, ?)", id, bid.bidId(), write(bid));
        }
        int first = count(session, FindingFilter.none()).getOrDefault(bid.bidId(), 0);
        var rows = new ArrayList<Object[]>();
        for (Finding finding : findings) {
            rows.add(new Object[] {
                id,
                bid.bidId(),
                first + rows.size(),
                finding.kind().name(),
                finding.severity().name(),
                searched(finding),
                write(finding)
            });
        }
        if (!rows.isEmpty()) {
            sql.batch(
                    "insert into clearing_finding (session_id, bid_id, position_in_bid, kind, severity, searched, body)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    rows);
        }
    }

    @Override
    public Map<String, ClearedBid> bids(SessionId session) {
        var bids = new LinkedHashMap<String, ClearedBid>();
        sql.list(
                        row -> read(row.getString("body"), ClearedBid.class),
                        "select body from cleared_bid where session_id = ? order by bid_id",
                        session.toString())
                .forEach(it -> bids.put(it.bidId(), it));
        return bids;
    }

    @Override
    public Map<String, Integer> count(SessionId session, FindingFilter filter) {
        var where = new Where(session, filter);
        var counts = new LinkedHashMap<String, Integer>();
        sql.list(
                        row -> Map.entry(row.getString("bid_id"), row.getInt("found")),
                        "select bid_id, count(*) as found from clearing_finding" + where.text() + " group by bid_id",
                        where.values())
                .forEach(it -> counts.put(it.getKey(), it.getValue()));
        return counts;
    }

    @Override
    public List<Finding> list(SessionId session, String bidId, FindingFilter filter, int offset, int limit) {
        var where = new Where(session, filter).and("bid_id = ?", bidId);
        return sql.list(
                row -> read(row.getString("body"), Finding.class),
                "select body from clearing_finding" + where.text() + " order by position_in_bid offset ? rows"
                        + " fetch next ? rows only",
                where.values(offset, limit));
    }

    private static String searched(Finding finding) {
        return String.join(" ", finding.code(), finding.name(), finding.seen(), finding.expected())
                .toLowerCase(Locale.ROOT);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
