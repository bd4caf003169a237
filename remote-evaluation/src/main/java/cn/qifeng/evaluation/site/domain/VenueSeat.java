package cn.qifeng.evaluation.site.domain;

/**
 * Venue seat (工位) in the plan of its room.
 *
 * @param row row in the plan, from 1
 * @param column column in the plan, from 1
 * @param fault what is broken; empty when nothing is
 */
public record VenueSeat(String code, int row, int column, String fault) {

    public VenueSeat {
        fault = fault == null ? "" : fault.strip();
    }

    /** Whether it can be used. */
    public boolean sound() {
        return fault.isEmpty();
    }

    VenueSeat with(String broken) {
        return new VenueSeat(code, row, column, broken);
    }
}
