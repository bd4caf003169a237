package cn.qifeng.trading.access;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.testkit.access.Request;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.keyset.domain.KeyCeremonies;
import cn.qifeng.trading.keyset.domain.KeyCeremony;
import cn.qifeng.trading.keyset.domain.Seat;
import cn.qifeng.trading.opening.TestPerson;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySetMember;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Puts key ceremonies straight into a phase, and writes what a member hands in. */
@ApplicationScoped
class ParkedKeySets {

    static final List<String> PHASES = List.of("KEYS_OFFERING", "KEYS_SHOWING", "KEYS_READY");

    private static final List<Side> SIDES = List.of(Side.SUPERVISION, Side.NOTARY, Side.CENTRE);
    private static final String CANARY = "ab".repeat(32);

    private final KeyCeremonies ceremonies;
    private final PlatformClock clock;
    private final Cast cast;
    private final SecureRandom random = new SecureRandom();

    ParkedKeySets(KeyCeremonies ceremonies, PlatformClock clock, Cast cast) {
        this.ceremonies = ceremonies;
        this.clock = clock;
        this.cast = cast;
    }

    /** What this person does at {@code endpoint} in a ceremony of this phase. */
    Request request(String endpoint, TestPerson who, String phase, boolean own) {
        var at = phase.equals("any") ? "KEYS_OFFERING" : phase;
        var parked = QuarkusTransaction.requiringNew()
                .call(() -> park(at, cast.sides(own).trustees()));
        var path = endpoint.split(" ")[1].replace("{id}", parked.id().toString());
        var request = Request.to(path, who.token());
        if (path.endsWith("/offers")) {
            var point = Sm2.publicKey(Sm2.newPrivateKey(random));
            return request.with("{\"encryptionKey\":\"%s\",\"sig\":\"%s\"}"
                    .formatted(Hex.encode(point), offer(parked.owner(), point, who)));
        }
        return path.endsWith("/answers") ? request.with("{\"answer\":\"%s\"}".formatted(CANARY)) : request;
    }

    private KeyCeremony park(String phase, List<TestPerson> people) {
        var owner = UUID.randomUUID();
        var empty = IntStream.range(0, people.size())
                .mapToObj(
                        i -> Seat.empty(i + 1, people.get(i).id(), people.get(i).name(), SIDES.get(i)))
                .toList();
        var opened = new KeyCeremony(UUID.randomUUID(), TenderId.random(), KeySetPurpose.LOT, owner, 2, empty);
        ceremonies.add(opened, clock.now());
        if (phase.equals("KEYS_OFFERING")) {
            return opened;
        }
        var seats = empty.stream()
                .map(seat -> offered(seat, owner, people.get(seat.x() - 1)))
                .map(seat -> phase.equals("KEYS_READY") ? seat.answered() : seat)
                .toList();
        var parked = new KeyCeremony(opened.id(), opened.tender(), opened.purpose(), owner, 2, seats);
        ceremonies.save(parked);
        return parked;
    }

    private Seat offered(Seat seat, UUID owner, TestPerson person) {
        var point = Sm2.publicKey(Sm2.newPrivateKey(random));
        var member = new KeySetMember(
                seat.x(), seat.name(), seat.side(), person.key().certificate(), point, offer(owner, point, person));
        return seat.offered(member, CANARY, Base64.getEncoder().encodeToString(new byte[] {1}));
    }

    private static String offer(UUID owner, byte[] point, TestPerson person) {
        return new KeyOffer(KeySetPurpose.LOT, owner, point).sign(person.key());
    }
}
