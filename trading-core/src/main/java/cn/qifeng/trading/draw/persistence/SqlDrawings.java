package cn.qifeng.trading.draw.persistence;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.draw.domain.DrawParty;
import cn.qifeng.trading.draw.domain.DrawPurpose;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trading.draw.domain.Drawings;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.note.SealedNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Draws in tables. */
@ApplicationScoped
class SqlDrawings implements Drawings {

    private static final String DRAW =
            "select id, tender, purpose, pool, picks, set_id, stage, head_due," + " deadline, seed from draw ";

    private final Sql sql;

    SqlDrawings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Drawing> find(UUID id) {
        return sql.first(SqlDrawings::read, DRAW + "where id = ?", id).map(this::complete);
    }

    @Override
    public Optional<Drawing> lock(UUID id) {
        return sql.first(SqlDrawings::read, DRAW + "where id = ? for update", id)
                .map(this::complete);
    }

    @Override
    public List<UUID> underWay() {
        return sql.list(
                row -> Sql.uuid(row, "id"),
                "select id from draw where stage in ('OPEN', 'COMMITTED', 'SEALED') or head_due = 1");
    }

    @Override
    public List<Drawing> of(String certificateId) {
        return sql
                .list(
                        SqlDrawings::read,
                        DRAW + "where id in (select draw from draw_party where party = ?) order by deadline desc",
                        certificateId)
                .stream()
                .map(this::complete)
                .toList();
    }

    @Override
    public void add(Drawing drawing) {
        sql.update(
                "insert into draw (id, tender, purpose, pool, picks, set_id, stage, head_due, deadline)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 1, ?)",
                drawing.id(),
                drawing.tender().value(),
                drawing.purpose().name(),
                pool(drawing.pool()),
                drawing.picks(),
                drawing.set(),
                drawing.stage().name(),
                drawing.deadline());
        drawing.parties()
                .forEach(party -> sql.update(
                        "insert into draw_party (draw, party, left_out) values (?, ?, 0)", drawing.id(), party.id()));
    }

    @Override
    public void save(Drawing drawing) {
        sql.update(
                "update draw set stage = ?, head_due = ?, deadline = ?, seed = ? where id = ?",
                drawing.stage().name(),
                drawing.headDue() ? 1 : 0,
                drawing.deadline(),
                drawing.seed(),
                drawing.id());
        drawing.parties().forEach(party -> save(drawing.id(), party));
    }

    private void save(UUID draw, DrawParty party) {
        sql.update(
                "update draw_party set commit_hash = ?, note = ?, nonce = ?, left_out = ?"
                        + " where draw = ? and party = ?",
                party.commit(),
                party.note() == null ? null : text(party.note()),
                party.nonce(),
                party.leftOut() ? 1 : 0,
                draw,
                party.id());
        sql.update("delete from draw_share where draw = ? and party = ?", draw, party.id());
        party.shares()
                .forEach((member, share) -> sql.update(
                        "insert into draw_share (draw, party, member, share_hex) values (?, ?, ?, ?)",
                        draw,
                        party.id(),
                        member,
                        share));
    }

    private Drawing complete(Drawing drawing) {
        var parties = sql.list(
                row -> party(row, shares(drawing.id(), row.getString("party"))),
                "select party, commit_hash, note, nonce, left_out from draw_party where draw = ? order by party",
                drawing.id());
        return new Drawing(
                drawing.id(),
                drawing.tender(),
                drawing.purpose(),
                drawing.pool(),
                drawing.picks(),
                drawing.set(),
                drawing.stage(),
                drawing.headDue(),
                drawing.deadline(),
                parties,
                drawing.seed());
    }

    private Map<String, String> shares(UUID draw, String party) {
        return sql
                .list(
                        row -> Map.entry(row.getString("member"), row.getString("share_hex")),
                        "select member, share_hex from draw_share where draw = ? and party = ?",
                        draw,
                        party)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static DrawParty party(ResultSet row, Map<String, String> shares) throws SQLException {
        var note = row.getString("note");
        return new DrawParty(
                row.getString("party"),
                row.getString("commit_hash"),
                note == null ? null : SealedNote.from(CanonicalJson.decode(note.getBytes(StandardCharsets.UTF_8))),
                row.getString("nonce"),
                row.getInt("left_out") == 1,
                shares);
    }

    private static Drawing read(ResultSet row) throws SQLException {
        return new Drawing(
                Sql.uuid(row, "id"),
                new TenderId(Sql.uuid(row, "tender")),
                DrawPurpose.valueOf(row.getString("purpose")),
                pool(row.getString("pool")),
                row.getInt("picks"),
                row.getString("set_id"),
                DrawStage.valueOf(row.getString("stage")),
                row.getInt("head_due") == 1,
                Sql.moment(row, "deadline"),
                List.of(),
                row.getString("seed"));
    }

    private static String text(SealedNote note) {
        return new String(CanonicalJson.encode(note.toDoc()), StandardCharsets.UTF_8);
    }

    private static String pool(List<String> pool) {
        var doc = CanonicalJson.object();
        pool.forEach(doc.putArray("pool")::add);
        return new String(CanonicalJson.encode(doc), StandardCharsets.UTF_8);
    }

    private static List<String> pool(String text) {
        var pool = new ArrayList<String>();
        CanonicalJson.decode(text.getBytes(StandardCharsets.UTF_8))
                .get("pool")
                .forEach(value -> pool.add(value.textValue()));
        return pool;
    }
}
