package cn.qifeng.launcher.measure.superuser;

import cn.qifeng.launcher.measure.superuser.Scene.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Attacks on the stored bids, their frames and the keys of lots, while bids are still taken. */
final class BidAttacks {

    private final Row live;
    private final Row other;
    private final Row replaced;
    private final Row withdrawn;
    private final Row foreign;
    private final String beforeReplacing;
    private final String beforeWithdrawing;
    private final List<String> lots;
    private final List<Attack> attacks = new ArrayList<>();

    /**
     * Over these rows.
     *
     * @param live replaced {@code replaced}, whose state before that is the copy {@code beforeReplacing}
     * @param other stands alone
     * @param withdrawn was withdrawn; its state before that is the copy {@code beforeWithdrawing}
     * @param foreign a bid of another tender
     */
    BidAttacks(
            Row live,
            Row other,
            Row replaced,
            String beforeReplacing,
            Row withdrawn,
            String beforeWithdrawing,
            Row foreign,
            List<String> lots) {
        this.live = live;
        this.other = other;
        this.replaced = replaced;
        this.withdrawn = withdrawn;
        this.foreign = foreign;
        this.beforeReplacing = beforeReplacing;
        this.beforeWithdrawing = beforeWithdrawing;
        this.lots = List.copyOf(lots);
    }

    List<Attack> all() {
        rows();
        standing();
        history();
        frameRows();
        objects();
        keys();
        return attacks;
    }

    private static final String COLUMNS = "lot_ref, bidder_ref, standing_ref, header_ref, sealed, version";

    private void rows() {
        attacks.add(Attack.delete("delete a bid", List.of(other.named()), "bid", other.where()));
        attacks.add(Attack.delete("delete a replaced bid", List.of(replaced.named()), "bid", replaced.where()));
        attacks.add(Attack.delete(
                "delete a withdrawn bid", List.of("BID bid of receipt", withdrawn.named()), "bid", withdrawn.where()));
        attacks.add(new Attack("delete a bid with its receipt", List.of("FORMER_CHECK contents below"), breach -> {
            breach.keep("bid", other.where());
            breach.keep("log_sealed", "content = '" + other.id() + "'");
            breach.keep("log_content", other.where());
            breach.alter("delete from bid where " + other.where());
            breach.alter("delete from log_sealed where content = '" + other.id() + "'");
            breach.alter("delete from log_content where " + other.where());
        }));
        attacks.add(copied("copy a bid to another tender", other, foreign, "lot_ref"));
        attacks.add(copied("copy a bid inside its tender", other, live, "lot_ref"));
        attacks.add(copied("put a bid of another tender in this one", foreign, other, "lot_ref"));
        attacks.add(column("replace a bid's content by another's", other, "sealed", live));
        attacks.add(column("replace a bid's content by another tender's", other, "sealed", foreign));
        attacks.add(column("move a bid to another tender", other, "lot_ref", foreign));
        attacks.add(column("give a bid to another bidder", other, "bidder_ref", live));
        attacks.add(Attack.set(
                "alter a bid's content",
                List.of(other.named()),
                "bid",
                other.where(),
                "sealed = set_byte(sealed, 40, (get_byte(sealed, 40) # 1))"));
        attacks.add(Attack.set(
                "alter what a bid's header is found by",
                List.of(other.named()),
                "bid",
                other.where(),
                "header_ref = set_byte(header_ref, 3, (get_byte(header_ref, 3) # 1))"));
    }

    private void standing() {
        attacks.add(Attack.set(
                "take a live bid's place away", List.of(other.named()), "bid", other.where(), "standing_ref = null"));
        attacks.add(Attack.set(
                "make a withdrawn bid stand by its column",
                List.of(withdrawn.named()),
                "bid",
                withdrawn.where(),
                "standing_ref = bidder_ref"));
    }

    /** A new row is made of one bid's content and another row's reference to its lot. */
    private static Attack copied(String name, Row content, Row lot, String reference) {
        var id = "00000000-0000-4000-8000-000000000001";
        return new Attack(name, List.of("BID bid " + id), breach -> {
            breach.added("bid", "id = '" + id + "'");
            breach.alter("insert into bid (id, " + COLUMNS + ") select cast('" + id + "' as uuid), l." + reference
                    + ", c.bidder_ref, null, decode(md5(random()::text) || md5(random()::text), 'hex'), c.sealed, 0"
                    + " from bid c, bid l where c." + content.where() + " and l." + lot.where());
        });
    }

    private static Attack column(String name, Row row, String column, Row from) {
        return Attack.sql(
                name,
                List.of(row.named()),
                "bid",
                row.where(),
                "update bid set " + column + " = (select " + column + " from bid where " + from.where() + ") where "
                        + row.where());
    }

    /** An old state of a row comes back, and receipts are exchanged. */
    private void history() {
        attacks.add(new Attack(
                "roll a replaced bid back, and its successor away", List.of(live.named(), replaced.named()), breach -> {
                    breach.keep("bid", replaced.where());
                    breach.keep("bid", live.where());
                    breach.alter("delete from bid where " + live.where() + " or " + replaced.where());
                    breach.alter("insert into bid select * from " + beforeReplacing);
                }));
        attacks.add(new Attack(
                "roll a replaced bid back beside its successor", List.of(live.named(), replaced.named()), breach -> {
                    breach.keep("bid", replaced.where());
                    breach.keep("bid", live.where());
                    breach.alter("delete from bid where " + replaced.where());
                    breach.alter("update bid set standing_ref = null where " + live.where());
                    breach.alter("insert into bid select * from " + beforeReplacing);
                }));
        attacks.add(new Attack("roll a withdrawal back", List.of(withdrawn.named()), breach -> {
            breach.keep("bid", withdrawn.where());
            breach.alter("delete from bid where " + withdrawn.where());
            breach.alter("insert into bid select * from " + beforeWithdrawing);
        }));
        var receipt = "content = '" + other.id() + "'";
        attacks.add(Attack.set(
                "back-date a receipt by another's",
                List.of("BID receipt " + other.id()),
                "log_sealed",
                receipt,
                "bytes = (select bytes from log_sealed where content = '" + live.id() + "')"));
        attacks.add(Attack.set(
                "alter a receipt",
                List.of("BID receipt " + other.id()),
                "log_sealed",
                receipt,
                "bytes = set_byte(bytes, 30, (get_byte(bytes, 30) # 1))"));
        attacks.add(Attack.delete("delete a receipt's bytes", List.of("MISSING leaf"), "log_sealed", receipt));
    }

    private void frameRows() {
        var first = other.at(1, 0);
        attacks.add(Attack.delete("delete a frame's row", List.of(other.frames()), "upload_frame", other.at(3, 1)));
        attacks.add(new Attack(
                "call the lot frozen and failed, and delete its frames", List.of(other.frames()), breach -> {
                    breach.keep("lot_key", "true");
                    breach.keep("tender", "true");
                    breach.keep("upload_frame", "upload = '" + other.upload() + "'");
                    breach.alter("update lot_key set frozen = true");
                    breach.alter("update tender set stage = 'FAILED'");
                    breach.alter("delete from upload_frame where upload = '" + other.upload() + "'");
                }));
        attacks.add(Attack.delete(
                "delete all rows of frames",
                List.of(other.frames()),
                "upload_frame",
                "upload = '" + other.upload() + "'"));
        attacks.add(Attack.set(
                "write another hash into a frame's row",
                List.of(other.frames()),
                "upload_frame",
                first,
                "sm3 = '" + "ab".repeat(32) + "'"));
        attacks.add(redirected("let a frame's row lead to another bid's object", live));
        attacks.add(redirected("let a frame's row lead to another tender's object", foreign));
        attacks.add(new Attack("let rows of frames change places", List.of(other.frames()), breach -> {
            breach.added("upload_frame", "upload = '" + other.upload() + "' and n = 3");
            breach.alter("update upload_frame set i = 1 - i + 10 where upload = '" + other.upload() + "' and n = 3");
            breach.alter("update upload_frame set i = i - 10 where upload = '" + other.upload() + "' and n = 3");
        }));
        attacks.add(new Attack("give a bid all frames of another", List.of(other.frames()), breach -> {
            breach.added("upload_frame", "upload in ('" + other.upload() + "', '" + live.upload() + "')");
            breach.alter("delete from upload_frame where upload = '" + other.upload() + "'");
            breach.alter(
                    "update upload_frame set upload = '" + other.upload() + "' where upload = '" + live.upload() + "'");
        }));
    }

    private Attack redirected(String name, Row to) {
        return Attack.sql(
                name,
                List.of(other.frames()),
                "upload_frame",
                other.at(1, 0),
                "update upload_frame set (object, sm3, length) = (select object, sm3, length from upload_frame where "
                        + to.at(1, 0) + ") where " + other.at(1, 0));
    }

    private interface Change {
        byte[] of(byte[] bytes);
    }

    private void objects() {
        attacks.add(object("delete an object", 2, bytes -> null));
        attacks.add(object("change one bit of an object", 1, bytes -> {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        }));
        attacks.add(object("cut an object off", 3, bytes -> Arrays.copyOf(bytes, bytes.length - 1)));
        attacks.add(object("make an object longer", 2, bytes -> Arrays.copyOf(bytes, bytes.length + 1)));
        attacks.add(object("empty an object", 1, bytes -> new byte[0]));
        attacks.add(new Attack(
                "put another bid's object in place",
                List.of(other.frame(1, 0)),
                breach -> breach.replace(object(breach, other, 1), breach.bytes(object(breach, live, 1)))));
        attacks.add(new Attack(
                "let objects of two bids change places", List.of(other.frame(1, 0), live.frame(1, 0)), breach -> {
                    var mine = breach.bytes(object(breach, other, 1));
                    breach.replace(object(breach, other, 1), breach.bytes(object(breach, live, 1)));
                    breach.replace(object(breach, live, 1), mine);
                }));
        attacks.add(new Attack(
                "put an object back to its predecessor's",
                List.of(live.frame(1, 0)),
                breach -> breach.replace(object(breach, live, 1), breach.bytes(object(breach, replaced, 1)))));
        attacks.add(new Attack("delete every object", List.of(other.frames()), breach -> {
            for (String id : breach.texts("select object from upload_frame where upload = '" + other.upload() + "'")) {
                breach.replace(id, null);
            }
        }));
    }

    private Attack object(String name, int n, Change change) {
        return new Attack(name, List.of(other.frame(n, 0)), breach -> {
            var id = object(breach, other, n);
            breach.replace(id, change.of(breach.bytes(id)));
        });
    }

    private static String object(Breach breach, Row row, int n) throws Exception {
        return breach.text("select object from upload_frame where " + row.at(n, 0));
    }

    private void keys() {
        var lot = "lot = '" + lots.get(0) + "'";
        var names = List.of("LOT_KEY lot " + lots.get(0));
        attacks.add(Attack.set(
                "alter a lot's key",
                names,
                "lot_key",
                lot,
                "wrapped = set_byte(wrapped, 20, (get_byte(wrapped, 20) # 1))"));
        attacks.add(Attack.set(
                "put another lot's key in place",
                names,
                "lot_key",
                lot,
                "wrapped = (select wrapped from lot_key where lot = '" + lots.get(1) + "')"));
        attacks.add(Attack.delete("delete a lot's key", List.of(other.named()), "lot_key", lot));
    }
}
