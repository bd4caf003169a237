package cn.qifeng.trading.clock.application;

import java.time.Instant;

/**
 * Something that the clock alone brings about: a freeze at the deadline, the end of a publicity period. Every
 * capability registers its acts as beans; an act asks whether anything is due and calls the same use case as a person.
 */
public interface DueAct {

    /** Does what is due at {@code now}; nothing when nothing is. Must bear being called twice. */
    void runIfDue(Instant now);
}
