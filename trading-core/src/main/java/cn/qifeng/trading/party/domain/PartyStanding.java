package cn.qifeng.trading.party.domain;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Uscc;

/** What an organisation is allowed to act as (主体资格): as much of its registration as decides that. */
public record PartyStanding(PartyId id, String name, Uscc uscc, PartyKind kind, PartyState state) {

    /** Whether it may act on the platform. */
    public boolean active() {
        return state == PartyState.VERIFIED;
    }
}
