package cn.qifeng.evaluation.notification.domain;

/** Port to one channel (通知端口). Sending never throws: a channel that fails is an outcome. */
public interface Messenger {

    /** Which channel this is. */
    Channel channel();

    /** Whether the channel is set up and the recipient has an address in it. */
    boolean reaches(Recipient recipient);

    /** Sends, and tells what came of it. */
    Sending send(Recipient recipient, Message message);
}
