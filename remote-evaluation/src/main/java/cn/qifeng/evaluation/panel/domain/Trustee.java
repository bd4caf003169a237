package cn.qifeng.evaluation.panel.domain;

/** Member of the session's key set (会议密钥保管人): supervisor, notary or centre. */
public record Trustee(String personId, String certificateId, String name, String side) {}
