package cn.qifeng.trading.log.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.log.domain.Heads;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.log.domain.WitnessSignature;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Heads and witnesses' signatures in tables. */
@ApplicationScoped
class SqlHeads implements Heads {

    private static final String HEAD = "select doc, sig, time_stamp from log_head h ";

    private final Sql sql;

    SqlHeads(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<SignedHead> newest() {
        return sql.first(SqlHeads::read, HEAD + "where tree_size = (select max(tree_size) from log_head)")
                .map(this::signed);
    }

    @Override
    public Optional<SignedHead> newestPublished(int threshold) {
        return sql.first(
                        SqlHeads::read,
                        HEAD + "where tree_size = (select max(tree_size) from log_head p where"
                                + " (select count(*) from log_witness w where w.tree_size = p.tree_size) >= ?)",
                        threshold)
                .map(this::signed);
    }

    @Override
    public Optional<SignedHead> firstPublishedOver(long index, int threshold) {
        return sql.first(
                        SqlHeads::read,
                        HEAD + "where tree_size = (select min(tree_size) from log_head p where p.tree_size > ? and"
                                + " (select count(*) from log_witness w where w.tree_size = p.tree_size) >= ?)",
                        index,
                        threshold)
                .map(this::signed);
    }

    @Override
    public List<SignedHead> from(long size, int max) {
        return sql
                .list(
                        SqlHeads::read,
                        HEAD + "where tree_size >= ? order by tree_size offset 0 rows fetch next ? rows only",
                        size,
                        max)
                .stream()
                .map(this::signed)
                .toList();
    }

    @Override
    public void add(SignedHead head, Instant madeAt) {
        sql.update(
                "insert into log_head (tree_size, root, doc, sig, time_stamp, made_at) values (?, ?, ?, ?, ?, ?)",
                head.size(),
                head.root(),
                text(head.doc()),
                head.sig(),
                head.timeStamp(),
                madeAt);
    }

    @Override
    public void addSignature(long size, WitnessSignature signature) {
        sql.update("delete from log_witness where tree_size = ? and witness = ?", size, signature.witness());
        sql.update(
                "insert into log_witness (tree_size, witness, doc, sig) values (?, ?, ?, ?)",
                size,
                signature.witness(),
                text(signature.doc()),
                signature.sig());
    }

    private SignedHead signed(SignedHead head) {
        return head.with(sql.list(
                row -> new WitnessSignature(row.getString("witness"), json(row.getString("doc")), row.getString("sig")),
                "select witness, doc, sig from log_witness where tree_size = ? order by witness",
                head.size()));
    }

    private static SignedHead read(ResultSet row) throws SQLException {
        return new SignedHead(json(row.getString("doc")), row.getString("sig"), row.getString("time_stamp"), List.of());
    }

    private static ObjectNode json(String text) {
        return CanonicalJson.decode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ObjectNode node) {
        return new String(CanonicalJson.encode(node), StandardCharsets.UTF_8);
    }
}
