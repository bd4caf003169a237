package cn.qifeng.cli.client;

/**
 * An entry of a tender's chain that a client saw (已见链头).
 *
 * @param n its number, from 1
 * @param hash its content hash, hexadecimal
 */
public record ChainHead(long n, String hash) {}
