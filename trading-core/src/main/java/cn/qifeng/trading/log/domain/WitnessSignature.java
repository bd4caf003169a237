package cn.qifeng.trading.log.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A witness's signed word on one head (见证签名): the {@code log-witness} doc and its signature, base64. */
public record WitnessSignature(String witness, ObjectNode doc, String sig) {}
