package cn.qifeng.evaluation.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server (邮件服务器参数); without a host no mail is sent. */
@ConfigMapping(prefix = "qifeng.notification.mail")
interface MailSettings {

    /** Name of the SMTP server. */
    Optional<String> host();

    /** Its port. */
    @WithDefault("587")
    int port();

    /** How the line is protected. */
    @WithDefault("STARTTLS")
    Security security();

    /** Address of the sender. */
    @WithDefault("no-reply@localhost")
    String from();

    /** Name for the log in; without it the server asks for none. */
    Optional<String> username();

    /** Password for the log in. */
    Optional<String> password();

    /** How long to wait for the server. */
    @WithDefault("10s")
    Duration timeout();

    /** Protection of the line. */
    enum Security {
        /** None, for a relay on the same machine. */
        NONE,
        /** Plain at first, encrypted before anything is said; a server that does not offer it gets no mail. */
        STARTTLS,
        /** Encrypted from the beginning. */
        TLS
    }
}
