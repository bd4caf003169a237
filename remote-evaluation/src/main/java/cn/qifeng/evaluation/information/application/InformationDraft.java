package cn.qifeng.evaluation.information.application;

/** What a member wants to ask, before it is signed (征询草稿). */
public record InformationDraft(String place, String question) {}
