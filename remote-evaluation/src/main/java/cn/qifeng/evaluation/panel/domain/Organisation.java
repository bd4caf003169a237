package cn.qifeng.evaluation.panel.domain;

/** Name and unified social credit code of a party to the tender (主体). */
public record Organisation(String name, String uscc) {}
