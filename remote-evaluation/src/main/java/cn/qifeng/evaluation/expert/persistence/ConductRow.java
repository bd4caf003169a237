package cn.qifeng.evaluation.expert.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What rows of conduct have in common: whose it is, from when on, and the rest as JSON. */
@MappedSuperclass
abstract class ConductRow {

    @Id
    String id;

    String expert;

    @Column(name = "begins_on")
    LocalDate beginsOn;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    @Version
    int version;

    void become(UUID newId, String newExpert, LocalDate begins, String newBody) {
        id = newId.toString();
        expert = newExpert;
        beginsOn = begins;
        body = newBody;
    }
}
