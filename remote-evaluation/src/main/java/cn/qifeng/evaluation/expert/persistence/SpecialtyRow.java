package cn.qifeng.evaluation.expert.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Row of a specialty. */
@Entity
@Table(name = "specialty")
class SpecialtyRow {

    @Id
    String code;

    String name;
}
