package cn.qifeng.evaluation.site.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Arrangement of a panel at seats (派席), which anyone can replay (docs/evidence.md section 8): each member in turn gets
 * the first seat in the drawn order that is free, beside no other member, and in no room with a member of the same
 * employer; where that leads to no end the last choice is taken back. When no arrangement keeps employers apart, that
 * rule alone is left out.
 *
 * @param seats index into the pool for each member, in the order of the members
 * @param apart whether no two members of one employer share a room
 */
public record Arrangement(List<Integer> seats, boolean apart) {

    /** After so many seats tried the search ends; both auditors count the same. */
    public static final int TRIES_MAX = 100_000;

    /** Seat of a member who has none yet. */
    public static final int NONE = -1;

    /**
     * Who is to be seated (待派席成员).
     *
     * @param group number of the employer, the same for colleagues; 0 for none
     * @param kept index of the seat that the member has, or {@link #NONE}
     */
    public record Sitter(int group, int kept) {}

    public Arrangement {
        seats = List.copyOf(seats);
    }

    /**
     * The arrangement that a drawn order gives; empty when there is none.
     *
     * @param pool seats that were confirmed
     * @param order indexes into the pool as drawn
     */
    public static Optional<Arrangement> of(List<SeatPlace> pool, List<Integer> order, List<Sitter> sitters) {
        for (boolean apart : new boolean[] {true, false}) {
            var search = new Search(pool, order, sitters, apart);
            if (search.from(0)) {
                return Optional.of(new Arrangement(search.inOrder(), apart));
            }
        }
        return Optional.empty();
    }

    private static final class Search {

        private final List<SeatPlace> pool;
        private final List<Integer> order;
        private final List<Sitter> sitters;
        private final boolean apart;
        private final Map<Integer, Integer> taken = new HashMap<>();
        private int tries;

        Search(List<SeatPlace> pool, List<Integer> order, List<Sitter> sitters, boolean apart) {
            this.pool = pool;
            this.order = order;
            this.sitters = sitters;
            this.apart = apart;
            for (int i = 0; i < sitters.size(); i++) {
                if (sitters.get(i).kept() != NONE) {
                    taken.put(i, sitters.get(i).kept());
                }
            }
        }

        /** Seats everybody from this member on. */
        boolean from(int member) {
            if (member == sitters.size()) {
                return true;
            }
            if (sitters.get(member).kept() != NONE) {
                return from(member + 1);
            }
            for (int seat : order) {
                if (++tries > TRIES_MAX) {
                    return false;
                }
                if (fits(member, seat)) {
                    taken.put(member, seat);
                    if (from(member + 1)) {
                        return true;
                    }
                    taken.remove(member);
                }
            }
            return false;
        }

        private boolean fits(int member, int seat) {
            var place = pool.get(seat);
            int group = sitters.get(member).group();
            return taken.entrySet().stream().noneMatch(other -> {
                var there = pool.get(other.getValue());
                boolean colleague = group != 0 && sitters.get(other.getKey()).group() == group;
                return place.adjacent(there) || apart && colleague && place.sameRoom(there);
            });
        }

        List<Integer> inOrder() {
            var seats = new ArrayList<Integer>();
            for (int i = 0; i < sitters.size(); i++) {
                seats.add(taken.get(i));
            }
            return seats;
        }
    }
}
