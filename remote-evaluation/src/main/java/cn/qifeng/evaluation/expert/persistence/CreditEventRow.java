package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.CreditEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of an event of credit. */
@Entity
@Table(name = "credit_event")
class CreditEventRow {

    @Id
    String id;

    String expert;

    @Column(name = "begins_on")
    LocalDate beginsOn;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    @Version
    int version;

    void become(CreditEvent value, LocalDate begins, Json json) {
        id = value.id().toString();
        expert = value.expert();
        beginsOn = begins;
        body = json.write(value);
    }

    CreditEvent toDomain(Json json) {
        return json.read(body, CreditEvent.class);
    }
}
