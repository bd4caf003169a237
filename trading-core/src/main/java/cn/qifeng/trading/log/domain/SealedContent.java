package cn.qifeng.trading.log.domain;

import java.util.UUID;

/**
 * A content that the log keeps without being able to read it (密封存证内容).
 *
 * @param hash of the content, hex
 * @param nonce leaf nonce, hex
 * @param bytes the content, encrypted under the key of its lot
 */
public record SealedContent(UUID id, String hash, String nonce, byte[] bytes) {}
