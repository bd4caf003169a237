package cn.qifeng.trading.bidding.web;

import java.util.HashMap;
import java.util.Map;

/**
 * How much each person has sent, or announced, that is not answered yet (在途请求体). One person cannot fill the memory
 * before a deadline; a seal has at most 192 KiB, so that ten of them at once are no trouble.
 */
final class WaitingBodies {

    /** Bytes of one person's bodies that may wait at a time. */
    static final int BYTES_MAX = 2 * 1024 * 1024;

    private final Map<String, Integer> waiting = new HashMap<>();

    /** Counts these bytes in; {@code false} when there are too many, and nothing is counted. */
    synchronized boolean admit(String person, int bytes) {
        int sum = waiting.getOrDefault(person, 0) + bytes;
        if (sum > BYTES_MAX) {
            return false;
        }
        waiting.put(person, sum);
        return true;
    }

    /** They were answered, or their sender has gone. */
    synchronized void release(String person, int bytes) {
        waiting.computeIfPresent(person, (one, sum) -> sum > bytes ? sum - bytes : null);
    }
}
