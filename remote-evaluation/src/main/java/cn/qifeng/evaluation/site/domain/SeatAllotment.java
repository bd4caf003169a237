package cn.qifeng.evaluation.site.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Allotment of the confirmed seats of a session to its panel (席位抽取与派席) by one replayable draw.
 *
 * @param draw id of the draw
 * @param pool seats in the order of their numbers in the draw, from 1
 * @param picked indexes into the pool as drawn; empty while the draw runs
 * @param placed who sits where
 * @param apart whether no two members of one employer share a room
 * @param broken seats that broke since the draw; nobody is placed there any more
 */
public record SeatAllotment(
        UUID draw,
        SessionId session,
        List<SeatPlace> pool,
        List<Integer> picked,
        List<Placed> placed,
        boolean apart,
        List<Broken> broken) {

    public SeatAllotment {
        broken = broken == null ? List.of() : List.copyOf(broken);
        pool = List.copyOf(pool);
        picked = List.copyOf(picked);
        placed = List.copyOf(placed);
    }

    /**
     * A member at its seat (已派席成员).
     *
     * @param number number of the member on the panel
     * @param member id of the certificate with which it signs
     * @param group number of its employer in this allotment, 0 for none
     * @param seat index into the pool
     */
    public record Placed(String number, String member, int group, int seat) {}

    /**
     * A seat that broke since the draw (抽取后故障席位).
     *
     * @param seat index into the pool
     * @param reason what its site told
     */
    public record Broken(int seat, String reason) {}

    /** One whose draw was just asked for. */
    public static SeatAllotment drawing(UUID draw, SessionId session, List<SeatPlace> pool) {
        return new SeatAllotment(draw, session, pool, List.of(), List.of(), true, List.of());
    }

    /** With the result of the draw. */
    public SeatAllotment drawn(List<Integer> order) {
        if (!picked.isEmpty() || order.size() != pool.size()) {
            throw new IllegalStateException("draw " + draw + " picked " + order.size() + " of " + pool.size());
        }
        return new SeatAllotment(draw, session, pool, order, placed, apart, broken);
    }

    /** With everybody placed. */
    public SeatAllotment with(List<Placed> all, boolean employersApart) {
        return new SeatAllotment(draw, session, pool, picked, all, employersApart, broken);
    }

    /** With more seats that broke. */
    public SeatAllotment without(List<Broken> more) {
        var all = new ArrayList<>(broken);
        all.addAll(more);
        return new SeatAllotment(draw, session, pool, picked, placed, apart, all);
    }

    /** Whether the seat of this index broke. */
    public boolean isBroken(int seat) {
        return broken.stream().anyMatch(it -> it.seat() == seat);
    }

    /** The drawn order without the seats that broke. */
    public List<Integer> order() {
        return picked.stream().filter(it -> !isBroken(it)).toList();
    }

    /** The place of a member by its number, if it has one. */
    public Optional<SeatPlace> placeOf(String number) {
        return placed.stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .map(it -> pool.get(it.seat()));
    }
}
