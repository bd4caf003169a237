package cn.qifeng.evaluation.expert.domain;

/** Port to the names of people in trading-core (经办人姓名). */
public interface PersonNames {

    /** Name of the person with this id; the id itself when trading-core does not know it. */
    String of(String person);
}
