package cn.qifeng.trading.access;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trading.award.domain.Committee;
import cn.qifeng.trading.opening.TestPerson;
import cn.qifeng.trading.opening.Trustees;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.Organisation;
import cn.qifeng.trust.keyset.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Who plays whom: each actor of the table is one demo person, and what is not its own belongs to {@link Sides others}. */
@ApplicationScoped
class Cast {

    /** Actors and roles that are played by a person of another name. */
    private static final Map<String, String> ACCOUNTS = Map.ofEntries(
            Map.entry("procuring-entity", "tenderer"),
            Map.entry("bidder", "bidder1"),
            Map.entry("winner", "bidder1"),
            Map.entry("trustee", "notary"),
            Map.entry("party", "notary"),
            Map.entry("holder", "notary"),
            Map.entry("*", "notary"),
            Map.entry("award-committee", "award1"),
            Map.entry("member", "award1"),
            Map.entry("centre", "operator"),
            Map.entry("judge", "operator"));

    private final Directory directory;
    private final Trustees trustees;
    private final Map<String, TestPerson> people = new ConcurrentHashMap<>();
    private final Map<Boolean, Sides> sides = new ConcurrentHashMap<>();

    Cast(Directory directory, Trustees trustees) {
        this.directory = directory;
        this.trustees = trustees;
    }

    /**
     * Who has to do with a lot.
     *
     * @param trustees three people, two of whom open
     * @param bidders accounts; the first one wins
     */
    record Sides(
            Organisation tenderer,
            Organisation agency,
            List<TestPerson> trustees,
            KeySet set,
            List<String> bidders,
            List<Committee.Member> committee) {}

    /** The sides of a lot of the actors' own, or of one with which none of them has to do. */
    Sides sides(boolean own) {
        var known = sides.get(own);
        if (known == null) {
            known = own ? actors() : others();
            sides.put(own, known);
        }
        return known;
    }

    /** The person who plays an actor or has a role; {@code null} for the public. */
    TestPerson of(String actor) {
        return actor.equals("public") || actor.equals("service") ? null : person(ACCOUNTS.getOrDefault(actor, actor));
    }

    /** What an actor shows: a token of its person, of a service, or nothing. */
    String token(String actor) {
        if (actor.equals("service")) {
            return TestTokens.ofService("remote-evaluation");
        }
        var person = of(actor);
        return person == null ? null : person.token();
    }

    TestPerson person(String account) {
        return people.computeIfAbsent(account, it -> TestPerson.of(directory, it));
    }

    Uscc uscc(String account) {
        return directory
                .party(directory.person(person(account).id()).party().orElseThrow())
                .uscc();
    }

    private Sides actors() {
        var holders = List.of(person("supervisor"), person("notary"), person("operator"));
        return new Sides(
                organisation("tenderer"),
                organisation("agency"),
                holders,
                trustees.ceremony(TenderId.random(), LotId.random(), holders),
                List.of("bidder1", "bidder3", "bidder4"),
                committee("award1", "award2", "award3", "award4", "award5"));
    }

    private Sides others() {
        var holders = List.of(person("supervisor"), person("issuer"), person("operator"));
        return new Sides(
                new Organisation(new PartyId(UUID.randomUUID()), "邻区建设发展有限公司", new Uscc("91330703XX1079195L")),
                new Organisation(new PartyId(UUID.randomUUID()), "邻区招标咨询有限公司", new Uscc("91330702XX1158387J")),
                holders,
                trustees.ceremony(TenderId.random(), LotId.random(), holders),
                List.of("bidder2", "bidder3", "bidder4"),
                committee("award3", "award4", "award5", "award6", "award7"));
    }

    private Organisation organisation(String account) {
        var party =
                directory.party(directory.person(person(account).id()).party().orElseThrow());
        return new Organisation(party.id(), party.name(), party.uscc());
    }

    private List<Committee.Member> committee(String... accounts) {
        return Stream.of(accounts)
                .map(this::person)
                .map(it -> new Committee.Member(it.id(), it.key().certificateId(), it.name()))
                .toList();
    }
}
