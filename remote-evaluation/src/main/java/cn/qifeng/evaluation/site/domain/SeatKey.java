package cn.qifeng.evaluation.site.domain;

/** Key of a seat (席位标识) among all seats, {@code site/room/seat}. */
public record SeatKey(String site, String room, String seat) {

    private static final int PARTS = 3;

    /** The key in this text; throws {@link IllegalArgumentException} for another form. */
    public static SeatKey of(String text) {
        var parts = text.split("/", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not site/room/seat: " + text);
        }
        return new SeatKey(parts[0], parts[1], parts[2]);
    }

    /** The room in which it stands, as {@code site/room}. */
    public String roomKey() {
        return site + "/" + room;
    }
}
