package cn.qifeng.trading.log.domain;

import java.util.UUID;

/**
 * Where an entry stands (存证条目编号).
 *
 * @param id the platform's id of the content
 * @param n number in the tender's chain from 1; 0 for an entry that belongs to no tender
 * @param hash content hash, hex
 */
public record EntryRef(UUID id, long n, String hash) {}
