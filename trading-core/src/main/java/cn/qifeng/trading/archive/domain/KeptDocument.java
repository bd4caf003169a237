package cn.qifeng.trading.archive.domain;

import cn.qifeng.kernel.TenderId;
import java.time.Instant;

/**
 * A document (文件) in the archive, without its bytes.
 *
 * @param sm3 SM3 of the bytes, lower-case hexadecimal
 * @param name file name for people, with its extension
 * @param length bytes
 * @param addedAt legal time
 */
public record KeptDocument(
        TenderId tender,
        String sm3,
        String name,
        String mediaType,
        Visibility visibility,
        long length,
        Instant addedAt) {}
