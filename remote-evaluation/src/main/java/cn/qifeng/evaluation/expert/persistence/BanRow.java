package cn.qifeng.evaluation.expert.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Row of an entry of the blacklist. */
@Entity
@Table(name = "expert_ban")
class BanRow extends ConductRow {}
