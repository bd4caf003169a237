/** Writes that may be repeated: the header {@code Idempotency-Key}. */
package cn.qifeng.kit.idempotency;
