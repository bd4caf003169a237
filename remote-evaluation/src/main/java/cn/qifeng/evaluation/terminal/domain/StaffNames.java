package cn.qifeng.evaluation.terminal.domain;

/** Port to the names of staff (经办人姓名). */
@FunctionalInterface
public interface StaffNames {

    /** Name of a person by its id. */
    String of(String person);
}
