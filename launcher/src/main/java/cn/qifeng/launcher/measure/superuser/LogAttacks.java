package cn.qifeng.launcher.measure.superuser;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Attacks on the log: entries, places, tree, heads, witnesses, stamps, chains, and what earlier checks found. */
final class LogAttacks {

    private final Breach breach;
    private final String tender;
    private final String entry;
    private final String last;
    private final long n;
    private final long size;
    private final List<Attack> attacks = new ArrayList<>();

    /** Over the chain of this tender. */
    LogAttacks(Breach breach, String tender) throws SQLException {
        this.breach = breach;
        this.tender = tender;
        this.entry = id("n = 2");
        this.n = Long.parseLong(breach.text("select n from chain_head where tender = ?", tender));
        this.last = id("n = " + n);
        this.size = Long.parseLong(breach.text(
                "select tree_size from log_head order by tree_size desc offset 2 rows fetch next 1 rows only"));
    }

    private String id(String where) throws SQLException {
        return breach.text("select content from log_entry where tender = '" + tender + "' and " + where);
    }

    List<Attack> all() throws SQLException {
        entries();
        places();
        chains();
        tree();
        heads();
        headGone();
        witnesses();
        records();
        return attacks;
    }

    private String leaf(String content) throws SQLException {
        return "leaf " + breach.text("select leaf_index from log_content where id = ?", content);
    }

    private void entries() throws SQLException {
        var row = "content = '" + entry + "'";
        var content = List.of("CONTENT " + leaf(entry));
        var columns = List.of("COLUMNS " + leaf(entry));
        attacks.add(Attack.set("alter an entry's body", content, "log_entry", row, "body = '{\"a\":1}'"));
        attacks.add(Attack.set("alter an entry's salt", content, "log_entry", row, "salt = '" + "00".repeat(16) + "'"));
        attacks.add(Attack.set(
                "back-date an entry",
                content,
                "log_entry",
                row,
                "head = regexp_replace(head, '\"at\":\"20..', '\"at\":\"2019')"));
        attacks.add(Attack.set(
                "give an entry another's body",
                content,
                "log_entry",
                row,
                "body = (select body from log_entry where content = '" + last + "')"));
        attacks.add(Attack.set("call an entry by another type", columns, "log_entry", row, "type = 'lot/failed'"));
        attacks.add(Attack.set(
                "move an entry to another tender",
                columns,
                "log_entry",
                row,
                "tender = '00000000-0000-4000-8000-000000000002'"));
        attacks.add(Attack.set("give an entry another number", columns, "log_entry", row, "n = 9999"));
        attacks.add(Attack.delete("delete an entry", List.of("MISSING " + leaf(entry)), "log_entry", row));
        attacks.add(new Attack(
                "delete an entry and its content", List.of("CHAIN chain " + tender, "FORMER_CHECK contents"), b -> {
                    b.keep("log_entry", row);
                    b.keep("log_content", "id = '" + entry + "'");
                    b.alter("delete from log_entry where " + row);
                    b.alter("delete from log_content where id = '" + entry + "'");
                }));
    }

    private void places() throws SQLException {
        var row = "id = '" + entry + "'";
        var leaf = List.of("LEAF " + leaf(entry));
        attacks.add(Attack.set(
                "give a content another hash", leaf, "log_content", row, "content_hash = '" + "22".repeat(32) + "'"));
        attacks.add(Attack.set(
                "give a content another nonce", leaf, "log_content", row, "leaf_nonce = '" + "11".repeat(32) + "'"));
        attacks.add(Attack.set(
                "move a content to no place", List.of("FORMER_CHECK contents"), "log_content", row, "leaf_index = -2"));
        attacks.add(Attack.set(
                "put a content on another's place",
                List.of("LEAF " + leaf(last)),
                "log_content",
                row,
                "leaf_index = (select leaf_index from log_content where id = '" + last + "')"));
        attacks.add(new Attack("insert an entry on a padding leaf", List.of("LEAF leaf", "CONTENT leaf"), b -> {
            var id = "00000000-0000-4000-8000-000000000003";
            b.added("log_entry", "content = '" + id + "'");
            b.added("log_content", "id = '" + id + "'");
            b.alter("insert into log_content (id, content_hash, leaf_nonce, leaf_index) values ('" + id + "', '"
                    + "33".repeat(32) + "', '" + "44".repeat(32) + "', (select min(i) from generate_series(0, 4000) i"
                    + " where i not in (select leaf_index from log_content)))");
            b.alter("insert into log_entry (content, tender, n, type, head, salt, body) select '" + id
                    + "', tender, 9998, type, head, salt, body from log_entry where content = '" + entry + "'");
        }));
    }

    private void chains() {
        var chain = "tender = '" + tender + "'";
        var names = List.of("CHAIN chain " + tender);
        attacks.add(Attack.set(
                "write another end under a chain", names, "chain_head", chain, "hash = '" + "55".repeat(32) + "'"));
        attacks.add(Attack.set("let a chain end with another number", names, "chain_head", chain, "n = n + 1"));
        attacks.add(new Attack("roll a chain back by its last entry", List.of("FORMER_CHECK contents"), b -> {
            b.keep("chain_head", chain);
            b.keep("log_entry", "content = '" + last + "'");
            b.keep("log_content", "id = '" + last + "'");
            b.alter("update chain_head set n = n - 1, hash = (select c.content_hash from log_entry e join log_content c"
                    + " on c.id = e.content where e.tender = '" + tender + "' and e.n = " + (n - 1) + ") where "
                    + chain);
            b.alter("delete from log_entry where content = '" + last + "'");
            b.alter("delete from log_content where id = '" + last + "'");
        }));
    }

    private void tree() {
        long tile = size / 64 - 1;
        var node = List.of("NODE node 6/" + tile);
        attacks.add(Attack.set(
                "empty a tile of the tree",
                node,
                "log_tile",
                "tile = " + tile,
                "leaves = decode(repeat('00', 2048), 'hex')"));
        attacks.add(Attack.set(
                "put another tile in place",
                node,
                "log_tile",
                "tile = " + tile,
                "leaves = (select leaves from log_tile where tile = " + (tile - 1) + ")"));
        attacks.add(Attack.delete("delete a tile", List.of("TILE tile " + tile), "log_tile", "tile = " + tile));
        var row = "height = 6 and idx = " + tile;
        attacks.add(Attack.set("alter a node of the tree", node, "log_node", row, "hash = '" + "66".repeat(32) + "'"));
        attacks.add(Attack.delete("delete a node of the tree", node, "log_node", row));
        attacks.add(new Attack("rebuild a tile with its node", List.of("NODE node 7", "HEAD head", "LEAF leaf"), b -> {
            b.keep("log_tile", "tile = " + tile);
            b.keep("log_node", row);
            b.alter("update log_tile set leaves = (select leaves from log_tile where tile = " + (tile - 1)
                    + ") where tile = " + tile);
            b.alter("update log_node set hash = (select hash from log_node where height = 6 and idx = " + (tile - 1)
                    + ") where " + row);
        }));
    }

    private void heads() throws SQLException {
        var row = "tree_size = " + size;
        var head = List.of("HEAD head " + size);
        var next = breach.text("select min(tree_size) from log_head where tree_size > ?", size);
        attacks.add(Attack.set(
                "write another root into a head",
                head,
                "log_head",
                row,
                "doc = regexp_replace(doc, '\"root\":\"....', '\"root\":\"7777')"));
        attacks.add(Attack.set(
                "back-date a head",
                head,
                "log_head",
                row,
                "doc = regexp_replace(doc, '\"at\":\"20..', '\"at\":\"2019')"));
        attacks.add(Attack.set(
                "put another head's signature under a head",
                head,
                "log_head",
                row,
                "sig = (select sig from log_head where tree_size = " + next + ")"));
        attacks.add(Attack.set(
                "put another head in place",
                List.of("HEAD head " + next),
                "log_head",
                row,
                "doc = (select doc from log_head where tree_size = " + next + ")"));
        attacks.add(Attack.set(
                "put another time stamp under a head",
                List.of("TIME_STAMP head " + size),
                "log_head",
                row,
                "time_stamp = (select time_stamp from log_head where tree_size = " + next + ")"));
    }

    private void witnesses() throws SQLException {
        var row = "tree_size = " + size + " and witness = 'notary'";
        var names = List.of("WITNESS head " + size + " witness notary");
        attacks.add(Attack.set(
                "alter a witness's word",
                names,
                "log_witness",
                row,
                "doc = regexp_replace(doc, '\"size\":', '\"size\":1')"));
        attacks.add(Attack.set(
                "put another witness's signature in place",
                names,
                "log_witness",
                row,
                "sig = (select sig from log_witness where tree_size = " + size + " and witness = 'supervisor')"));
        attacks.add(Attack.set(
                "let a witness speak of another head",
                names,
                "log_witness",
                row,
                "doc = (select doc from log_witness where witness = 'notary' and tree_size > " + size
                        + " order by tree_size fetch next 1 rows only), sig = (select sig from log_witness where witness = 'notary' and tree_size > "
                        + size + " order by tree_size fetch next 1 rows only)"));
    }

    private void headGone() throws SQLException {
        var row = "tree_size = " + size;
        var next = breach.text("select min(tree_size) from log_head where tree_size > ?", size);
        attacks.add(new Attack("delete a head", List.of("HEAD head " + next), b -> {
            b.keep("log_head", row);
            b.keep("log_witness", row);
            b.alter("delete from log_witness where " + row);
            b.alter("delete from log_head where " + row);
        }));
    }

    private void records() {
        attacks.add(Attack.set(
                "put another trust file in place",
                List.of("TRUST_FILE trust file"),
                "log_trust_file",
                "version = (select max(version) from log_trust_file)",
                "doc = regexp_replace(doc, '\"log\":\"....', '\"log\":\"8888')"));
        attacks.add(Attack.set(
                "take a witness's word off the trust file",
                List.of("TRUST_FILE trust file"),
                "log_trust_file",
                "version = (select max(version) from log_trust_file)",
                "sigs = '[]'"));
    }
}
