package cn.qifeng.trading.keyset.application;

import static cn.qifeng.trading.keyset.domain.KeySetRefusal.ID_REUSED;
import static cn.qifeng.trading.keyset.domain.KeySetRefusal.NOT_COMPLETE;
import static cn.qifeng.trading.keyset.domain.KeySetRefusal.NOT_FOUND;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.keyset.domain.KeyCeremonies;
import cn.qifeng.trading.keyset.domain.KeyCeremony;
import cn.qifeng.trading.keyset.domain.Seat;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Key sets for other capabilities and services: opened by name, found when complete. */
@ApplicationScoped
public class KeySets {

    private final KeyCeremonies ceremonies;
    private final LegalClock clock;

    KeySets(KeyCeremonies ceremonies, LegalClock clock) {
        this.ceremonies = ceremonies;
        this.clock = clock;
    }

    /** A person that is to hold a key, with the role name that people read. */
    public record Member(PersonId person, String name, Side side) {}

    /**
     * Opens the ceremony of a set; the same id again gives the same ceremony. Refuses with
     * {@code trust/one-side-controls} unless k &gt; s and n − k ≥ s.
     *
     * @param id made by the caller
     * @param owner the lot's or session's UUID
     */
    @Transactional
    public KeyCeremony open(
            UUID id, TenderId tender, KeySetPurpose purpose, UUID owner, int threshold, List<Member> members) {
        var seats = IntStream.range(0, members.size())
                .mapToObj(i -> {
                    var member = members.get(i);
                    return Seat.empty(i + 1, member.person(), member.name(), member.side());
                })
                .toList();
        var ceremony = new KeyCeremony(id, tender, purpose, owner, threshold, seats);
        var former = ceremonies.find(id);
        if (former.isPresent()) {
            return same(former.get(), ceremony);
        }
        ceremonies.add(ceremony, clock.now());
        return ceremony;
    }

    /** A ceremony by its id; refuses with {@code key-set/not-found}. */
    @Transactional
    public KeyCeremony of(UUID id) {
        return ceremonies.find(id).orElseThrow(() -> new Refused(NOT_FOUND, Facts.of("id", id)));
    }

    /** The newest ceremony of a lot or session. */
    @Transactional
    public Optional<KeyCeremony> ofOwner(UUID owner) {
        return ceremonies.ofOwner(owner);
    }

    /** A complete set by its set id in hex. */
    @Transactional
    public Optional<KeySet> find(String setId) {
        return ceremonies.ofSet(setId).flatMap(KeyCeremony::set);
    }

    /** The complete set of a ceremony; refuses with {@code key-set/not-complete}. */
    @Transactional
    public KeySet requireComplete(UUID id) {
        return of(id).set().orElseThrow(() -> new Refused(NOT_COMPLETE, Facts.of("id", id)));
    }

    /** Ceremonies in which a person has a seat, newest first. */
    @Transactional
    public List<KeyCeremony> mine(PersonId person) {
        return ceremonies.of(person);
    }

    private static KeyCeremony same(KeyCeremony former, KeyCeremony again) {
        if (!former.owner().equals(again.owner())
                || former.threshold() != again.threshold()
                || !people(former).equals(people(again))) {
            throw new Refused(ID_REUSED, Facts.field("id", former.id(), "the same set again"));
        }
        return former;
    }

    private static List<PersonId> people(KeyCeremony ceremony) {
        return ceremony.seats().stream().map(Seat::person).toList();
    }
}
