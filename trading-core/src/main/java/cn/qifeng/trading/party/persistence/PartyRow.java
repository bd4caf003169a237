package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.Party.Act;
import cn.qifeng.trading.party.domain.PartyData;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.PartyState;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** One organisation as stored. */
@Entity
@Table(name = "party")
class PartyRow {

    @Id
    String id;

    @Version
    int version;

    String uscc;

    @Enumerated(EnumType.STRING)
    PartyKind kind;

    @Enumerated(EnumType.STRING)
    PartyState state;

    @Embedded
    DataColumns data;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "new_name"))
    @AttributeOverride(name = "address", column = @Column(name = "new_address"))
    @AttributeOverride(name = "legalRepresentative", column = @Column(name = "new_legal_representative"))
    @AttributeOverride(name = "contact", column = @Column(name = "new_contact"))
    @AttributeOverride(name = "phone", column = @Column(name = "new_phone"))
    DataColumns proposed;

    @Column(name = "submitted_by")
    String submittedBy;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "judged_by")
    String judgedBy;

    @Column(name = "judged_at")
    Instant judgedAt;

    @Column(name = "judged_reason")
    String judgedReason;

    void take(Party party) {
        id = party.id().toString();
        uscc = party.uscc().value();
        kind = party.kind();
        state = party.state();
        data = DataColumns.from(party.data());
        proposed = party.proposed().map(DataColumns::from).orElse(null);
        submittedBy = party.submitted().map(act -> act.by().toString()).orElse(null);
        submittedAt = party.submitted().map(Act::at).orElse(null);
        judgedBy = party.judged().map(act -> act.by().toString()).orElse(null);
        judgedAt = party.judged().map(Act::at).orElse(null);
        judgedReason = party.judged().map(Act::reason).orElse(null);
    }

    Party toDomain() {
        return new Party(
                PartyId.of(id),
                new Uscc(uscc),
                kind,
                state,
                data.toDomain(),
                Optional.ofNullable(proposed).map(DataColumns::toDomain),
                act(submittedBy, submittedAt, ""),
                act(judgedBy, judgedAt, judgedReason));
    }

    private static Optional<Act> act(String by, Instant at, String reason) {
        return by == null ? Optional.empty() : Optional.of(new Act(PersonId.of(by), at, reason == null ? "" : reason));
    }

    /** What the organisation declares, as columns. */
    @Embeddable
    static class DataColumns {

        String name;
        String address;

        @Column(name = "legal_representative")
        String legalRepresentative;

        String contact;
        String phone;

        static DataColumns from(PartyData data) {
            var columns = new DataColumns();
            columns.name = data.name();
            columns.address = data.address();
            columns.legalRepresentative = data.legalRepresentative();
            columns.contact = data.contact();
            columns.phone = data.phone();
            return columns;
        }

        PartyData toDomain() {
            return new PartyData(name, address, legalRepresentative, contact, phone);
        }
    }
}
