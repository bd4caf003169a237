package cn.qifeng.trading.keyset.application;

import cn.qifeng.trading.keyset.domain.KeyCeremony;
import cn.qifeng.trading.keyset.domain.Seat;
import cn.qifeng.trading.party.application.Task;
import cn.qifeng.trading.party.application.TaskSource;
import cn.qifeng.trading.party.domain.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;

/** Keys that a trustee has to make, or to show as working (密钥仪式待办). What they are for has no name yet. */
@ApplicationScoped
class CeremonyTasks implements TaskSource {

    private final KeySets keySets;

    CeremonyTasks(KeySets keySets) {
        this.keySets = keySets;
    }

    @Override
    public Collection<Task> owedBy(Person person) {
        return keySets.mine(person.id()).stream()
                .map(ceremony -> ceremony.seat(person.id()).flatMap(seat -> task(ceremony, seat)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Task> task(KeyCeremony ceremony, Seat seat) {
        if (seat.shown()) {
            return Optional.empty();
        }
        var act = seat.offer().isEmpty() ? "key-set/offer" : "key-set/answer";
        return Optional.of(new Task(act, "", ceremony.tender(), null, null, "/trustee"));
    }
}
