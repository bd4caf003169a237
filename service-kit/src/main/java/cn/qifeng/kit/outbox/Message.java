package cn.qifeng.kit.outbox;

import java.util.UUID;

/** One event on its way; {@code attempts} counts deliveries that failed. */
record Message(UUID id, String destination, String path, String stream, String body, int attempts) {}
