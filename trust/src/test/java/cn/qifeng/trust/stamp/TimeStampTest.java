package cn.qifeng.trust.stamp;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.StockAuthority;
import cn.qifeng.trust.cert.StockCredential;
import cn.qifeng.trust.fixture.OpenSsl;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Time stamps 时间戳")
class TimeStampTest {

    private static final byte[] HEAD = Bytes.ascii("a head");
    private static final byte[] IMPRINT = Sm3.of(HEAD);
    private static StockAuthority root;
    private static TimeStampAuthority authority;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() {
        // openssl judges periods by the machine's clock
        var now = Instant.now();
        root = StockAuthority.create("启封测试时间根", now, new SecureRandom());
        var credential = root.issueTimeStampAuthority("启封测试时间戳", now.minusSeconds(60), now.plusSeconds(86_400));
        authority = new TimeStampAuthority(credential, new SecureRandom());
    }

    @Test
    void tellTheTimeToTheMillisecond() {
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var stamp = TimeStamps.verify(authority.stamp(IMPRINT, at), IMPRINT, List.of(authority.certificate()));

        assertThat(stamp.at()).isEqualTo(at);
        assertThat(stamp.certificate()).isEqualTo(authority.certificate());
    }

    @Test
    void overSomethingElseAreRefused() {
        var token = authority.stamp(IMPRINT, Instant.now());

        refusal(TrustRefusal.BAD_STAMP, () -> TimeStamps.verify(token, new byte[32], List.of(authority.certificate())));
    }

    @Test
    void outsideThePeriodOfTheAuthorityAreRefused() {
        var token = authority.stamp(IMPRINT, People.NOW);

        refusal(TrustRefusal.BAD_STAMP, () -> TimeStamps.verify(token, IMPRINT, List.of(authority.certificate())));
    }

    @Test
    void byAnotherAuthorityAreRefused() {
        var token = authority.stamp(IMPRINT, Instant.now());

        refusal(TrustRefusal.BAD_STAMP, () -> TimeStamps.verify(token, IMPRINT, List.of(root.root())));
    }

    @Test
    void alteredAreRefusedOrSayTheSame() {
        var random = new Random(5);
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var token = authority.stamp(IMPRINT, at);
        for (int i = 0; i < 500; i++) {
            var changed = token.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                var stamp = TimeStamps.verify(changed, IMPRINT, List.of(authority.certificate()));
                assertThat(stamp.at()).isEqualTo(at);
            } catch (Refused refused) {
                assertThat(refused.code()).isEqualTo(TrustRefusal.BAD_STAMP);
            }
        }
    }

    @Test
    void satisfyStockOpenssl() throws Exception {
        assumeTrue(OpenSsl.present());
        var openssl = new OpenSsl(folder);
        Files.write(folder.resolve("head.json"), HEAD);
        Files.write(folder.resolve("token.der"), authority.stamp(IMPRINT, Instant.now()));
        Files.writeString(folder.resolve("root.pem"), StockCredential.pem(root.root()));

        assertThat(openssl.run(
                        "ts", "-verify", "-token_in", "-in", "token.der", "-data", "head.json", "-CAfile", "root.pem"))
                .contains("Verification: OK");
    }

    @Test
    void answerRequestsOfStockOpenssl() throws Exception {
        assumeTrue(OpenSsl.present());
        var openssl = new OpenSsl(folder);
        Files.write(folder.resolve("head.json"), HEAD);
        Files.writeString(folder.resolve("root.pem"), StockCredential.pem(root.root()));
        openssl.run("ts", "-query", "-data", "head.json", "-sm3", "-cert", "-out", "request.tsq");
        var reply = authority.reply(Files.readAllBytes(folder.resolve("request.tsq")), Instant.now());
        Files.write(folder.resolve("reply.tsr"), reply);

        assertThat(openssl.run("ts", "-verify", "-queryfile", "request.tsq", "-in", "reply.tsr", "-CAfile", "root.pem"))
                .contains("Verification: OK");
        refusal(TrustRefusal.BAD_STAMP, () -> authority.reply(new byte[8], People.NOW));
    }
}
