package cn.qifeng.trading.log.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.log.domain.Leaves;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Places of contents, kept beside the contents. */
@ApplicationScoped
class SqlLeaves implements Leaves {

    private final Sql sql;

    SqlLeaves(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Pending> pending() {
        return sql.list(
                row -> new Pending(row.getString("content_hash"), row.getString("leaf_nonce")),
                "select content_hash, leaf_nonce from log_content where leaf_index = -1");
    }

    @Override
    public boolean anyEntryPending() {
        return sql.first(
                                row -> row.getLong("waiting"),
                                "select count(*) as waiting from log_entry e join log_content c on c.id = e.content"
                                        + " where c.leaf_index = -1")
                        .orElse(0L)
                > 0;
    }

    @Override
    public void place(List<Placed> placed) {
        if (!placed.isEmpty()) {
            sql.batch(
                    "update log_content set leaf_index = ? where content_hash = ?",
                    placed.stream()
                            .map(one -> new Object[] {one.index(), one.contentHash()})
                            .toList());
        }
    }

    @Override
    public Optional<Leaf> find(String contentHash) {
        return sql.first(
                row -> new Leaf(contentHash, row.getLong("leaf_index"), row.getString("leaf_nonce")),
                "select leaf_index, leaf_nonce from log_content where content_hash = ? and leaf_index >= 0",
                contentHash);
    }
}
