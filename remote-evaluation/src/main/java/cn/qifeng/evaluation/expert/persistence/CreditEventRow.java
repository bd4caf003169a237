package cn.qifeng.evaluation.expert.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Row of an event of credit. */
@Entity
@Table(name = "credit_event")
class CreditEventRow extends ConductRow {}
