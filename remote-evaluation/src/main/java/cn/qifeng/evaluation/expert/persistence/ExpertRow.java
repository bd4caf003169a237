package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.Account;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.ExpertState;
import cn.qifeng.evaluation.expert.domain.PersonalData;
import cn.qifeng.evaluation.expert.domain.PoolPlace;
import cn.qifeng.evaluation.expert.domain.Qualification;
import cn.qifeng.evaluation.expert.domain.Ties;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of an expert: what is searched in columns, the rest as JSON. */
@Entity
@Table(name = "expert")
class ExpertRow {

    @Id
    @Column(name = "number_in_pool")
    String number;

    String name;

    String region;

    String employer;

    /** Codes with a blank before each, so that {@code ' A06'} finds a group. */
    String specialties;

    @Enumerated(EnumType.STRING)
    ExpertState state;

    /** Person of the account. */
    String person;

    @Column(name = "id_number")
    String idNumber;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String profile;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String account;

    @Version
    int version;

    /** What the profile keeps. */
    record Profile(PersonalData person, Qualification qualification, Ties ties, PoolPlace place) {}

    void become(Expert expert, Json json) {
        number = expert.number();
        name = expert.name();
        region = expert.region();
        employer = expert.ties().employer();
        specialties =
                " " + String.join(" ", new TreeSet<>(expert.qualification().specialties()));
        state = expert.place().state();
        profile = json.write(new Profile(expert.person(), expert.qualification(), expert.ties(), expert.place()));
        account = expert.account().map(json::write).orElse(null);
        person = expert.account().map(Account::person).orElse(null);
        idNumber = expert.person().idNumber();
    }

    Expert toDomain(Json json) {
        var kept = json.read(profile, Profile.class);
        return new Expert(
                number,
                name,
                region,
                kept.person,
                kept.qualification,
                kept.ties,
                kept.place,
                Optional.ofNullable(account).map(text -> json.read(text, Account.class)));
    }
}
