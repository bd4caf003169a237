package cn.qifeng.evaluation.notification.mail;

import cn.qifeng.evaluation.notification.domain.Channel;
import cn.qifeng.evaluation.notification.domain.Message;
import cn.qifeng.evaluation.notification.domain.Messenger;
import cn.qifeng.evaluation.notification.domain.Recipient;
import cn.qifeng.evaluation.notification.domain.Sending;
import cn.qifeng.evaluation.notification.mail.MailSettings.Security;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jboss.logging.Logger;

/** Sends e-mail by SMTP (RFC 5321). */
@ApplicationScoped
class SmtpMessenger implements Messenger {

    private static final Logger LOG = Logger.getLogger(SmtpMessenger.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;

    SmtpMessenger(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return settings.host().isPresent() && !recipient.email().isEmpty();
    }

    @Override
    public Sending send(Recipient recipient, Message message) {
        try {
            Transport.send(mail(recipient, message));
            return new Sending(Channel.EMAIL, true, "");
        } catch (MessagingException e) {
            LOG.warnf("mail %s was not sent: %s", message.id(), e.getMessage());
            return new Sending(Channel.EMAIL, false, e.getClass().getSimpleName());
        }
    }

    private MimeMessage mail(Recipient recipient, Message message) throws MessagingException {
        var session = settings.username().isPresent()
                ? Session.getInstance(properties(), credentials())
                : Session.getInstance(properties());
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(settings.from(), true));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(recipient.email(), true));
        mail.setSubject(message.subject(), UTF_8);
        mail.setText(message.text(), UTF_8);
        mail.setHeader("X-Qifeng-Message", message.id());
        return mail;
    }

    private Authenticator credentials() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        settings.username().orElseThrow(), settings.password().orElse(""));
            }
        };
    }

    private Properties properties() {
        var wait = Long.toString(settings.timeout().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.host", settings.host().orElseThrow());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.connectiontimeout", wait);
        properties.put("mail.smtp.timeout", wait);
        properties.put("mail.smtp.writetimeout", wait);
        properties.put("mail.smtp.auth", Boolean.toString(settings.username().isPresent()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.security() == Security.STARTTLS));
        return properties;
    }
}
