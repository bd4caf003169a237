package cn.qifeng.trading.keyset.web;

import cn.qifeng.trading.keyset.domain.KeyCeremony;
import cn.qifeng.trading.keyset.domain.Seat;
import cn.qifeng.trust.keyset.KeySet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A key set as clients see it.
 *
 * @param state {@code OPEN} or {@code COMPLETE}
 * @param set set id, hex, or {@code null} before it is complete
 * @param keySet the canonical document, or {@code null}
 * @param ready whether every member showed that its key works
 */
record KeySetView(
        String id,
        String tender,
        String purpose,
        String owner,
        int threshold,
        String state,
        String set,
        ObjectNode keySet,
        boolean ready,
        List<Member> members) {

    /** A member's progress. */
    record Member(int x, String person, String name, String side, boolean offered, boolean shown) {

        static Member of(Seat seat) {
            return new Member(
                    seat.x(),
                    seat.person().toString(),
                    seat.name(),
                    seat.side().name(),
                    seat.offer().isPresent(),
                    seat.shown());
        }
    }

    static KeySetView of(KeyCeremony ceremony) {
        var set = ceremony.set();
        return new KeySetView(
                ceremony.id().toString(),
                ceremony.tender().toString(),
                ceremony.purpose().name(),
                ceremony.owner().toString(),
                ceremony.threshold(),
                set.isPresent() ? "COMPLETE" : "OPEN",
                set.map(KeySet::idHex).orElse(null),
                set.map(KeySet::toDoc).orElse(null),
                ceremony.ready(),
                ceremony.seats().stream().map(Member::of).toList());
    }
}
