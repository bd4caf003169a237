package cn.qifeng.kit.outbox;

/** Fired in the transaction of a message: once it commits, its destination is served at once. */
record Sent(String destination) {}
