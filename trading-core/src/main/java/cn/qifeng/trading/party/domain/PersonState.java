package cn.qifeng.trading.party.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a person stands on the platform (人员状态); only {@link #ACTIVE} logs in. */
public enum PersonState {
    /** Known by name; has not yet accepted the invitation (待启用). */
    REGISTERED,
    /** Has a password and one-time codes, or a certificate (已启用). */
    ACTIVE,
    /** Shut out by an administrator (已锁定). */
    LOCKED;

    private static final Map<PersonState, Set<PersonState>> NEXT = Map.of(
            REGISTERED, EnumSet.of(ACTIVE),
            ACTIVE, EnumSet.of(ACTIVE, LOCKED),
            LOCKED, EnumSet.of(ACTIVE));

    /** Whether the table of transitions allows this step. */
    public boolean canBecome(PersonState next) {
        return NEXT.get(this).contains(next);
    }
}
