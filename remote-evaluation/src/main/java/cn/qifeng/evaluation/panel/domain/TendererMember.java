package cn.qifeng.evaluation.panel.domain;

/** Representative of the procuring entity on the panel (招标人代表). */
public record TendererMember(String personId, String certificateId, String certificate, String name) {}
