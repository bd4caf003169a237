package cn.qifeng.evaluation.notification.domain;

/**
 * Somebody of an organisation (单位人员).
 *
 * @param person id of the person
 * @param uscc unified social credit code of the organisation; empty for somebody without one
 */
public record StaffMember(String person, String uscc) {}
