package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import java.util.List;
import java.util.Optional;

/**
 * All bonds (保函库). Nothing here lists or counts the bonds of a lot before it is opened; {@link #sealedFor} is for the
 * opening itself, which finds them by trying.
 */
public interface Bonds {

    /** A new bond; refuses with {@link BondRefusal#APPLIED_BEFORE} when the applicant has a live one for the lot. */
    void add(Bond.Applied bond);

    /** One bond. */
    Optional<Bond> of(BondId id);

    /** One bond, locked until the transaction ends. */
    Optional<Bond> locked(BondId id);

    /** Applications that the issuer has not decided yet. */
    List<BondId> applied();

    /** Keeps a new state. */
    void save(Bond bond);

    /** The bonds of one applicant, newest first. */
    List<Bond> ofApplicant(PartyId party);

    /** Issued and unopened bonds of a lot. */
    List<Bond.Issued> sealedFor(LotId lot);

    /** Bonds of a lot that were opened, released ones included; empty before the opening. */
    List<Bond> openedOf(LotId lot);
}
