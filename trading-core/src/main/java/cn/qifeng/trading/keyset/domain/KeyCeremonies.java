package cn.qifeng.trading.keyset.domain;

import cn.qifeng.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Repository of key ceremonies (密钥仪式库). */
public interface KeyCeremonies {

    /** A ceremony by its id. */
    Optional<KeyCeremony> find(UUID id);

    /** The same, locked for the caller's transaction. */
    Optional<KeyCeremony> lock(UUID id);

    /** The newest ceremony of a lot or session. */
    Optional<KeyCeremony> ofOwner(UUID owner);

    /** The ceremony that gave a set, by set id in hex. */
    Optional<KeyCeremony> ofSet(String setId);

    /** Ceremonies in which a person has a seat, newest first. */
    List<KeyCeremony> of(PersonId person);

    /** Adds a ceremony. */
    void add(KeyCeremony ceremony, Instant openedAt);

    /** Keeps the seats of a ceremony, and the set id once there is one. */
    void save(KeyCeremony ceremony);

    /** Seats of lots whose answered canary is not in the chain yet. */
    List<Unentered> unentered();

    /** Marks a seat's canary as entered. */
    void entered(UUID id, int x);

    /** A canary that was answered and waits to be told in the tender's chain. */
    record Unentered(UUID id, int x) {}
}
