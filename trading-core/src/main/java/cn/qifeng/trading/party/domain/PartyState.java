package cn.qifeng.trading.party.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where the registration of an organisation (注册状态) stands; only {@link #VERIFIED} may act (CTS-EBS01 A-029). */
public enum PartyState {
    /** Being filled in, or taken back (编辑中). */
    EDITING,
    /** Handed in and closed to changes (待验证). */
    SUBMITTED,
    /** May act (已通过). */
    VERIFIED,
    /** Refused with a reason; may be mended and handed in again (未通过). */
    REJECTED,
    /** Stopped by the centre (已停用). */
    SUSPENDED;

    private static final Map<PartyState, Set<PartyState>> NEXT = Map.of(
            EDITING, EnumSet.of(SUBMITTED),
            SUBMITTED, EnumSet.of(VERIFIED, REJECTED, EDITING),
            VERIFIED, EnumSet.of(SUSPENDED),
            REJECTED, EnumSet.of(EDITING, SUBMITTED),
            SUSPENDED, EnumSet.of(VERIFIED));

    /** Whether the table of transitions allows this step. */
    public boolean canBecome(PartyState next) {
        return NEXT.get(this).contains(next);
    }
}
