package cn.qifeng.evaluation.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.evaluation.notification.domain.Channel;
import cn.qifeng.evaluation.notification.domain.Message;
import cn.qifeng.evaluation.notification.domain.Recipient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("E-mail by SMTP 电子邮件通知")
class SmtpMessengerTest {

    private static final Message MESSAGE = new Message("c-0", "评标邀请", "时间：15:00；地点：三号评标室。", "/evaluation/s");
    private static final Recipient EXPERT = new Recipient("p", "", "expert@example.org");

    @Test
    void handsTheMessageToTheServer() throws Exception {
        try (var server = new MailServer("250 OK")) {
            var sending = messenger(server.port()).send(EXPERT, MESSAGE);

            assertThat(sending.sent()).isTrue();
            assertThat(sending.channel()).isEqualTo(Channel.EMAIL);
            server.join();
            assertThat(server.said()).contains("RCPT TO:<expert@example.org>").contains("X-Qifeng-Message: c-0");
            assertThat(server.text()).contains("三号评标室");
        }
    }

    @Test
    void tellsThatTheServerRefused() throws Exception {
        try (var server = new MailServer("550 no such mailbox")) {
            assertThat(messenger(server.port()).send(EXPERT, MESSAGE).sent()).isFalse();
        }
    }

    @Test
    void tellsThatThereIsNoServer() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(messenger(port).send(EXPERT, MESSAGE).sent()).isFalse();
    }

    @Test
    void reachesNobodyWithoutAServerOrAnAddress() {
        assertThat(new SmtpMessenger(settings(Optional.empty(), 25)).reaches(EXPERT))
                .isFalse();
        assertThat(messenger(25).reaches(new Recipient("p", "", ""))).isFalse();
        assertThat(messenger(25).reaches(EXPERT)).isTrue();
    }

    private static SmtpMessenger messenger(int port) {
        return new SmtpMessenger(
                settings(Optional.of(InetAddress.getLoopbackAddress().getHostAddress()), port));
    }

    private static MailSettings settings(Optional<String> host, int port) {
        return new MailSettings() {
            @Override
            public Optional<String> host() {
                return host;
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public Security security() {
                return Security.NONE;
            }

            @Override
            public String from() {
                return "no-reply@example.org";
            }

            @Override
            public Optional<String> username() {
                return Optional.empty();
            }

            @Override
            public Optional<String> password() {
                return Optional.empty();
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(20);
            }
        };
    }

    /** Takes one mail; what it answers to the recipient is given. */
    private static final class MailServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<String> lines = new ArrayList<>();
        private final Thread thread;

        MailServer(String toRecipient) throws IOException {
            thread = new Thread(() -> serve(toRecipient));
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        void join() throws InterruptedException {
            thread.join();
        }

        String said() {
            return String.join("\n", lines);
        }

        /** The body, decoded. */
        String text() {
            var body = String.join("", lines.subList(lines.indexOf("") + 1, lines.indexOf(".")));
            return said().contains("base64")
                    ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                    : body;
        }

        private void serve(String toRecipient) {
            try (Socket line = socket.accept();
                    var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
                    var out = new PrintWriter(line.getOutputStream(), false, StandardCharsets.UTF_8)) {
                answer(out, "220 here");
                boolean data = false;
                for (var said = in.readLine(); said != null; said = in.readLine()) {
                    lines.add(said);
                    data = said.equals("DATA") || data && !said.equals(".");
                    if (!data || said.equals("DATA")) {
                        answer(out, reply(said, toRecipient));
                    }
                }
            } catch (IOException e) {
                lines.add("line closed");
            }
        }

        private static String reply(String said, String toRecipient) {
            if (said.equals("DATA")) {
                return "354 go on";
            }
            return said.startsWith("RCPT") ? toRecipient : said.equals("QUIT") ? "221 bye" : "250 OK";
        }

        private static void answer(PrintWriter out, String text) {
            out.print(text + "\r\n");
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
