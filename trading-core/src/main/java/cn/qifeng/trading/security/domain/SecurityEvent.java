package cn.qifeng.trading.security.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One security event (安全事件, GB/T 22239-2019 8.1.4.3): when, who, what, about whom, from where, with what outcome. It
 * never holds a password, a code, a token or a key, and never a lot: before the opening nobody may learn who bids where.
 *
 * @param at machine time
 * @param actor who did it, or tried
 * @param target about whom, when that is somebody else
 * @param address source of the request, or an empty string
 * @param reason code of a refusal, or an empty string
 * @param detail further words, at most {@value #DETAIL_MAX} characters
 */
public record SecurityEvent(
        UUID id,
        SecurityEventKind kind,
        Instant at,
        String service,
        Optional<Named> actor,
        Optional<Named> target,
        String address,
        String reason,
        String detail) {

    /** Longest detail in characters; what is longer is cut. */
    public static final int DETAIL_MAX = 1000;

    /** A person or organisation by id and the name that it had then: an account, or the name of an organisation. */
    public record Named(UUID id, String name) {

        public Named {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
        }
    }

    /** Cuts the detail to its longest length. */
    public SecurityEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        detail = detail.length() > DETAIL_MAX ? detail.substring(0, DETAIL_MAX) : detail;
    }

    /** An event of trading-core now, about nobody yet. */
    public static SecurityEvent of(SecurityEventKind kind, Instant now) {
        return new SecurityEvent(
                UUID.randomUUID(), kind, now, "trading-core", Optional.empty(), Optional.empty(), "", "", "");
    }

    /** Done, or tried, by this person. */
    public SecurityEvent by(UUID person, String account) {
        return new SecurityEvent(
                id, kind, at, service, Optional.of(new Named(person, account)), target, address, reason, detail);
    }

    /** About this person or organisation. */
    public SecurityEvent about(UUID whom, String name) {
        return new SecurityEvent(
                id, kind, at, service, actor, Optional.of(new Named(whom, name)), address, reason, detail);
    }

    /** From this source. */
    public SecurityEvent from(String source) {
        return new SecurityEvent(id, kind, at, service, actor, target, source, reason, detail);
    }

    /** For this reason, a code. */
    public SecurityEvent because(String code) {
        return new SecurityEvent(id, kind, at, service, actor, target, address, code, detail);
    }

    /** With these further words. */
    public SecurityEvent saying(String words) {
        return new SecurityEvent(id, kind, at, service, actor, target, address, reason, words);
    }
}
