package cn.qifeng.evaluation.notification.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The SMS gateway (短信网关参数); without its address no SMS is sent. */
@ConfigMapping(prefix = "qifeng.notification.sms")
interface SmsSettings {

    /** Where the gateway takes messages. */
    Optional<URI> url();

    /** Key that the gateway shares with the platform, as text; it signs each body. */
    Optional<String> key();

    /** How long to wait for the gateway. */
    @WithDefault("10s")
    Duration timeout();
}
