package cn.qifeng.evaluation.notification.domain;

import java.util.Objects;

/**
 * What came of sending a message by one channel (发送结果).
 *
 * @param sent whether the next hop took it
 * @param detail what the next hop said, or why it failed; no address of the recipient
 */
public record Sending(Channel channel, boolean sent, String detail) {

    private static final int DETAIL_MAX = 200;

    public Sending {
        Objects.requireNonNull(channel, "channel");
        detail = detail == null ? "" : detail.strip();
        detail = detail.length() > DETAIL_MAX ? detail.substring(0, DETAIL_MAX) : detail;
    }
}
