package cn.qifeng.trading.tender.persistence;

import cn.qifeng.trading.tender.domain.RuleParameters.Parameter;
import cn.qifeng.trading.tender.domain.RuleParameters.Rule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

@Entity(name = "RuleParam")
@Table(name = "rule_param")
class RuleParamRow {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 40)
    Rule code;

    @Column(name = "param_value", nullable = false, length = 40)
    String value;

    @Column(name = "law_ref", nullable = false, length = 200)
    String lawRef;

    @Column(name = "valid_from", nullable = false)
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Column(length = 6)
    String region;

    @Column(name = "project_type", length = 3)
    String projectType;

    Parameter toDomain() {
        return new Parameter(code, value, lawRef, validFrom, validTo, region, projectType);
    }
}
