package cn.qifeng.evaluation.site.domain;

/** Place of a seat (席位位置): site, room, seat, and the cell in the room's plan. */
public record SeatPlace(String site, String room, String seat, int row, int column) {

    /** Its key among all seats: {@code site/room/seat}. */
    public String key() {
        return site + "/" + room + "/" + seat;
    }

    /** Whether both stand in one room. */
    public boolean sameRoom(SeatPlace other) {
        return site.equals(other.site) && room.equals(other.room);
    }

    /** Whether both stand side by side, behind each other or corner to corner in the plan of one room. */
    public boolean adjacent(SeatPlace other) {
        return sameRoom(other) && Math.abs(row - other.row) <= 1 && Math.abs(column - other.column) <= 1;
    }
}
