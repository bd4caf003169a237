package cn.qifeng.trading.award.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import java.util.List;
import java.util.Optional;

/**
 * Award committee (定标委员会) of one lot: an odd number of people, named by the procuring entity, none of whom
 * evaluated.
 */
public record Committee(List<Member> members) {

    /** Fewer members than this make no committee. */
    public static final int MEMBERS_MIN = 5;

    /**
     * A member of the committee (定标委员).
     *
     * @param certificate id of the certificate that signs the ballots, hex
     */
    public record Member(PersonId person, String certificate, String name) {}

    /** Copies the list. */
    public Committee {
        members = List.copyOf(members);
    }

    /** A committee of the declared size, or a refusal. */
    public static Committee of(List<Member> members, AwardSetting setting) {
        int size = members.size();
        if (size < MEMBERS_MIN || size % 2 == 0 || size != setting.committeeSize()) {
            throw new Refused(
                    AwardRefusal.COMMITTEE_SIZE, Facts.field("members", size, String.valueOf(setting.committeeSize())));
        }
        long different = members.stream().map(Member::certificate).distinct().count();
        if (different != size || members.stream().map(Member::person).distinct().count() != size) {
            throw new Refused(AwardRefusal.COMMITTEE_TWICE, Facts.field("members", different, size));
        }
        return new Committee(members);
    }

    /** How many make a quorum: two thirds, rounded up. */
    public int quorum() {
        return (members.size() * 2 + 2) / 3;
    }

    /** The member with this certificate. */
    public Optional<Member> member(String certificate) {
        return members.stream()
                .filter(it -> it.certificate().equals(certificate))
                .findFirst();
    }
}
