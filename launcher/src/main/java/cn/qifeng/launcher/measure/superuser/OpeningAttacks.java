package cn.qifeng.launcher.measure.superuser;

import java.util.ArrayList;
import java.util.List;

/** Attacks on the stored opening once prices are shown. */
final class OpeningAttacks {

    private final String lot;
    private final String tender;
    private final List<Attack> attacks = new ArrayList<>();

    OpeningAttacks(String lot, String tender) {
        this.lot = lot;
        this.tender = tender;
    }

    /** Those that the re-hash has to name. */
    List<Attack> stored() {
        var row = "lot = '" + lot + "'";
        price("alter a price in the opening", row);
        attacks.add(Attack.set(
                "alter a name in the opening",
                names("lot/names"),
                "bid_opening",
                row,
                "data = replace(data, '云浦演练', '云浦换名')"));
        attacks.add(Attack.set(
                "back-date the bid list",
                names("lot/bid-list"),
                "bid_opening",
                row,
                "data = regexp_replace(data, '\"frozenAt\":\"20..', '\"frozenAt\":\"2019')"));
        attacks.add(Attack.set(
                "alter a trustee's share",
                names("lot/pressed"),
                "bid_opening",
                row,
                "data = regexp_replace(data, '(\"shares\":\\{\"[0-9a-f]+\":\")..', '\\1ff')"));
        attacks.add(Attack.delete("delete the opening", names("lot/bid-list"), "bid_opening", row));
        return attacks;
    }

    private void price(String name, String row) {
        attacks.add(Attack.set(
                name,
                names("lot/opened"),
                "bid_opening",
                row,
                "data = replace(data, '" + Scene.PRICE_FEN / 10 + "', '" + (Scene.PRICE_FEN / 10 + 7) + "')"));
    }

    private List<String> names(String type) {
        return List.of("OPENING opening " + lot + " " + type);
    }

    /** Those that an auditor has to name in the package that is exported then. */
    List<Attack> exported() {
        var packaged = new ArrayList<Attack>();
        var opened =
                "content = (select content from log_entry where tender = '" + tender + "' and type = 'lot/opened')";
        packaged.add(Attack.set(
                "alter a price in the chain",
                List.of("chain/"),
                "log_entry",
                opened,
                "body = replace(body, '" + Scene.PRICE_FEN / 10 + "', '" + (Scene.PRICE_FEN / 10 + 7) + "')"));
        packaged.add(new Attack("put another entry with another hash in place", List.of("chain/"), b -> {
            b.keep("log_entry", opened);
            b.keep(
                    "log_content",
                    "id = (select content from log_entry where tender = '" + tender + "' and type = 'lot/opened')");
            b.alter("update log_entry set salt = '" + "00".repeat(16) + "' where " + opened);
            b.alter("update log_content set content_hash = '" + "99".repeat(32)
                    + "' where id = (select content from log_entry where tender = '" + tender
                    + "' and type = 'lot/opened')");
        }));
        packaged.add(Attack.set(
                "alter a published document",
                List.of("documents/"),
                "document",
                "tender_id = '" + tender + "' and media_type like '%pdf%'",
                "content = set_byte(content, 100, (get_byte(content, 100) # 1))"));
        packaged.add(Attack.set(
                "put another head in place before an export",
                List.of("heads.json"),
                "log_head",
                "tree_size = (select min(h.tree_size) from log_head h where h.tree_size > (select c.leaf_index from log_content c join log_entry e on e.content = c.id where e.tender = '"
                        + tender + "' and e.type = 'lot/bid-list'))",
                "time_stamp = (select time_stamp from log_head order by tree_size fetch next 1 rows only)"));
        return packaged;
    }
}
