package cn.qifeng.launcher.measure.superuser;

import java.util.ArrayList;
import java.util.List;

/**
 * Attacks on the stored suspensions of an opening (开标中止). The first one was decided over; the second one is undecided
 * for {@link #open}, and decided over for {@link #decided}, when prices are shown.
 */
final class SuspensionAttacks {

    private static final String TABLE = "opening_suspension";
    private static final String COLUMNS = " (lot, place, decided, data) ";

    private final String lot;
    private final String second;
    private final List<Attack> attacks = new ArrayList<>();

    /** On this lot; {@code second} is one that never stood still. */
    SuspensionAttacks(String lot, String second) {
        this.lot = lot;
        this.second = second;
    }

    /** Those that leave the opening standing still, so that it takes no step of its own over what is altered. */
    List<Attack> open() {
        attacks.clear();
        attacks.add(inserted("insert a third suspension", lot, 3, second(), suspended(lot)));
        attacks.add(value("change what an opening stands still for", 2, "cause", "\"WITNESSES_MISSING\""));
        attacks.add(value("back-date since when a step waited", 2, "since", "\"2026-01-01T00:00:00Z\""));
        attacks.add(value("let a suspension name another entry", 2, "entry", "\"" + "ab".repeat(32) + "\""));
        attacks.add(Attack.set("call an undecided suspension decided", suspended(lot), TABLE, place(2), "decided = 1"));
        var forged = "jsonb_set((select cast(data as jsonb) -> 'decision' from " + TABLE + " where " + place(1)
                + "), '{until}', '\"2099-01-01T00:00:00Z\"')";
        attacks.add(Attack.set(
                "decide over a suspension by an earlier decision",
                decision(),
                TABLE,
                place(2),
                "decided = 1, data = " + with("decision", forged)));
        attacks.add(Attack.delete("delete a decided suspension", suspended(lot), TABLE, place(1)));
        return List.copyOf(attacks);
    }

    /** Those on suspensions that are over. */
    List<Attack> decided() {
        attacks.clear();
        attacks.add(Attack.delete("delete the newest suspension", suspended(lot), TABLE, place(2)));
        attacks.add(Attack.delete("delete all suspensions", suspended(lot), TABLE, "lot = '" + lot + "'"));
        attacks.add(inserted(
                "insert a suspension where none was",
                second,
                1,
                "replace(data, '" + lot + "', '" + second + "')",
                suspended(second)));
        attacks.add(Attack.set(
                "put the first suspension in the second's place",
                suspended(lot),
                TABLE,
                place(2),
                "data = (select data from " + TABLE + " where " + place(1) + ")"));
        attacks.add(decision("change until when a step waits again", 1, "until", "\"2099-01-01T00:00:00Z\""));
        attacks.add(decision("let a decision end the lot", 2, "until", "null"));
        attacks.add(decision("change a decision's reason", 1, "reason", "\"因故\""));
        attacks.add(decision("take the signatures from a decision", 2, "signatures,0,statement", "{}"));
        attacks.add(Attack.set(
                "take a decision away",
                decision(),
                TABLE,
                place(2),
                "decided = 0, data = " + with("decision", "'null'")));
        attacks.add(Attack.set("make a suspension unreadable", suspended(lot), TABLE, place(1), "data = '{}'"));
        return List.copyOf(attacks);
    }

    private static Attack inserted(String name, String lot, int place, String data, List<String> names) {
        return new Attack(name, names, breach -> {
            breach.added(TABLE, "lot = '" + lot + "' and place = " + place);
            breach.alter("insert into " + TABLE + COLUMNS + "select '" + lot + "', " + place + ", decided, " + data
                    + " from " + TABLE + " where place = " + Math.min(place, 2));
        });
    }

    /** The second one's data under the next number. */
    private static String second() {
        return with("serial", "'3'");
    }

    private Attack value(String name, int place, String path, String json) {
        return Attack.set(name, suspended(lot), TABLE, place(place), "data = " + with(path, "'" + json + "'"));
    }

    private Attack decision(String name, int place, String path, String json) {
        return Attack.set(
                name, decision(), TABLE, place(place), "data = " + with("decision," + path, "'" + json + "'"));
    }

    private static String with(String path, String json) {
        return "cast(jsonb_set(cast(data as jsonb), '{" + path + "}', " + json + ") as text)";
    }

    private String place(int place) {
        return "lot = '" + lot + "' and place = " + place;
    }

    private List<String> decision() {
        return List.of("OPENING opening " + lot + " lot/suspension-decided");
    }

    private static List<String> suspended(String lot) {
        return List.of("OPENING opening " + lot + " lot/suspended");
    }
}
