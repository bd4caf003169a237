package cn.qifeng.auditor.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The arrangement of a panel that a drawn order of seats gives (docs/evidence.md section 8). */
final class SeatSearch {

    private static final int TRIES_MAX = 100_000;

    /** A seat in the plan of its room. */
    record Place(String room, int row, int column) {}

    /** One to be seated: number of the employer, 0 for none, and the seat that it has, or −1. */
    record Sitter(int group, int kept) {}

    private final List<Place> pool;
    private final List<Integer> order;
    private final List<Sitter> sitters;
    private final boolean apart;
    private final int[] taken;
    private int tries;

    private SeatSearch(List<Place> pool, List<Integer> order, List<Sitter> sitters, boolean apart) {
        this.pool = pool;
        this.order = order;
        this.sitters = sitters;
        this.apart = apart;
        this.taken = sitters.stream().mapToInt(Sitter::kept).toArray();
    }

    /** Indexes into the pool, in the order of those to be seated; {@code apart} keeps employers in separate rooms. */
    static Optional<List<Integer>> of(List<Place> pool, List<Integer> order, List<Sitter> sitters, boolean apart) {
        boolean inPool = order.stream().allMatch(it -> it >= 0 && it < pool.size())
                && sitters.stream().allMatch(it -> it.kept() < pool.size());
        var search = new SeatSearch(pool, order, sitters, apart);
        if (!inPool || !search.seat(0)) {
            return Optional.empty();
        }
        var seats = new ArrayList<Integer>();
        Arrays.stream(search.taken).forEach(seats::add);
        return Optional.of(seats);
    }

    private boolean seat(int member) {
        if (member == taken.length) {
            return true;
        }
        if (taken[member] >= 0) {
            return seat(member + 1);
        }
        for (int place : order) {
            if (++tries > TRIES_MAX) {
                return false;
            }
            if (fits(member, place)) {
                taken[member] = place;
                if (seat(member + 1)) {
                    return true;
                }
                taken[member] = -1;
            }
        }
        return false;
    }

    private boolean fits(int member, int index) {
        var place = pool.get(index);
        for (int other = 0; other < taken.length; other++) {
            if (taken[other] >= 0) {
                var there = pool.get(taken[other]);
                boolean near =
                        Math.abs(place.row() - there.row()) <= 1 && Math.abs(place.column() - there.column()) <= 1;
                boolean colleague = apart
                        && sitters.get(member).group() != 0
                        && sitters.get(member).group() == sitters.get(other).group();
                if (place.room().equals(there.room()) && (near || colleague)) {
                    return false;
                }
            }
        }
        return true;
    }
}
