package cn.qifeng.testkit.access;

import java.util.List;

/**
 * What the endpoints of a service act on (访问对象), parked in the phase that a row asks for. Every service has its own;
 * the table says what must come of it.
 */
public interface World {

    /** Families of phases, such as those of a lot or of a draw, in their order; a name stands in one family only. */
    List<List<String>> phases();

    /**
     * The request of one actor at an endpoint.
     *
     * @param endpoint {@code METHOD path}, as in the table
     * @param actor an owner of the row, such as {@code agency}; one of its roles where everyone of them may
     * @param phase where the thing is that the request is about; {@code any} where that does not matter
     * @param own whether it belongs to the actor; otherwise to somebody else of the same role
     * @param kept whether the thing may be one of an earlier request: this one will be refused and changes nothing
     */
    Request request(String endpoint, String actor, String phase, boolean own, boolean kept);
}
