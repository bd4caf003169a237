package cn.qifeng.trading.log.persistence;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.log.domain.Entries;
import cn.qifeng.trading.log.domain.EntryRef;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.log.domain.SealedContent;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contents of the log in tables. A content that no head has taken in yet has leaf index −1. */
@ApplicationScoped
class SqlEntries implements Entries {

    private static final String ENTRY = "select c.id, c.content_hash, e.n, e.head, e.salt, e.body"
            + " from log_entry e join log_content c on c.id = e.content ";

    private static final String CONTENT =
            "insert into log_content (id, content_hash, leaf_nonce, leaf_index) values (?, ?, ?, -1)";

    private final Sql sql;

    SqlEntries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<EntryRef> lockHead(TenderId tender) {
        return sql.first(
                        row -> row.getLong("n"), "select n from chain_head where tender = ? for update", tender.value())
                .map(n -> entry(tender, n).orElseThrow().ref());
    }

    @Override
    public Optional<EntryRef> head(TenderId tender) {
        return sql.first(row -> row.getLong("n"), "select n from chain_head where tender = ?", tender.value())
                .map(n -> entry(tender, n).orElseThrow().ref());
    }

    @Override
    public Optional<RecordedEntry> entry(TenderId tender, long n) {
        return sql.first(SqlEntries::read, ENTRY + "where e.tender = ? and e.n = ?", tender.value(), n);
    }

    @Override
    public List<RecordedEntry> chain(TenderId tender) {
        return sql.list(SqlEntries::read, ENTRY + "where e.tender = ? order by e.n", tender.value());
    }

    @Override
    public Optional<RecordedEntry> byId(UUID id) {
        return sql.first(SqlEntries::read, ENTRY + "where c.id = ?", id);
    }

    @Override
    public void add(TenderId tender, RecordedEntry entry, String leafNonce) {
        var ref = entry.ref();
        sql.update(CONTENT, ref.id(), ref.hash(), leafNonce);
        sql.update(
                "insert into log_entry (content, tender, n, type, head, salt, body) values (?, ?, ?, ?, ?, ?, ?)",
                ref.id(),
                tender == null ? null : tender.value(),
                tender == null ? null : ref.n(),
                entry.type(),
                text(entry.head()),
                entry.salt(),
                text(entry.body()));
        if (tender != null) {
            moveHead(tender, ref);
        }
    }

    @Override
    public void addSealed(List<SealedContent> contents) {
        sql.batch(
                CONTENT,
                contents.stream()
                        .map(one -> new Object[] {one.id(), one.hash(), one.nonce()})
                        .toList());
        sql.batch(
                "insert into log_sealed (content, bytes) values (?, ?)",
                contents.stream()
                        .map(one -> new Object[] {one.id(), one.bytes()})
                        .toList());
    }

    @Override
    public Optional<byte[]> sealed(UUID id) {
        return sql.first(row -> row.getBytes("bytes"), "select bytes from log_sealed where content = ?", id);
    }

    @Override
    public List<SealedContent> sealedAfter(String id, int max) {
        return sql.list(
                row -> new SealedContent(
                        Sql.uuid(row, "id"),
                        row.getString("content_hash"),
                        row.getString("leaf_nonce"),
                        row.getBytes("bytes")),
                "select c.id, c.content_hash, c.leaf_nonce, s.bytes from log_sealed s join log_content c"
                        + " on c.id = s.content where c.id > ? order by c.id offset 0 rows fetch next ? rows only",
                id,
                max);
    }

    @Override
    public boolean holds(String contentHash) {
        return sql.first(row -> row.getString("id"), "select id from log_content where content_hash = ?", contentHash)
                .isPresent();
    }

    private void moveHead(TenderId tender, EntryRef ref) {
        if (ref.n() == 1) {
            sql.update(
                    "insert into chain_head (tender, n, hash) values (?, ?, ?)", tender.value(), ref.n(), ref.hash());
        } else {
            sql.update("update chain_head set n = ?, hash = ? where tender = ?", ref.n(), ref.hash(), tender.value());
        }
    }

    private static RecordedEntry read(ResultSet row) throws SQLException {
        return new RecordedEntry(
                new EntryRef(Sql.uuid(row, "id"), row.getLong("n"), row.getString("content_hash")),
                json(row.getString("head")),
                row.getString("salt"),
                json(row.getString("body")));
    }

    private static ObjectNode json(String text) {
        return CanonicalJson.decode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ObjectNode node) {
        return new String(CanonicalJson.encode(node), StandardCharsets.UTF_8);
    }
}
