package cn.qifeng.trust.stamp;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.StockAuthority;
import cn.qifeng.trust.cert.StockCredential;
import cn.qifeng.trust.fixture.OpenSsl;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Questions to outside time-stamp authorities 时间戳请求")
class TimeStampQueryTest {

    private static final byte[] IMPRINT = Sm3.of(Bytes.ascii("a head"));
    private static final SecureRandom RANDOM = new SecureRandom();
    private static StockCredential credential;
    private static TimeStampAuthority authority;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() {
        var now = Instant.now();
        credential = StockAuthority.create("启封测试时间根", now, RANDOM)
                .issueTimeStampAuthority("外部时间戳", now.minusSeconds(60), now.plusSeconds(86_400));
        authority = new TimeStampAuthority(credential, RANDOM);
    }

    @Test
    void takeTheAnswerToThemselvesOnly() {
        var query = TimeStampQuery.over(IMPRINT, RANDOM);
        var reply = authority.reply(query.encode(), Instant.now());

        assertThat(TimeStamps.verifyOutside(query.tokenIn(reply), IMPRINT, List.of(credential.certificate()))
                        .certificate())
                .isEqualTo(credential.certificate());
        refusal(
                TrustRefusal.BAD_STAMP,
                () -> TimeStampQuery.over(IMPRINT, RANDOM).tokenIn(reply));
        refusal(
                TrustRefusal.BAD_STAMP,
                () -> TimeStampQuery.over(Sm3.of(), RANDOM).tokenIn(reply));
    }

    @Test
    void takeNoOtherBytes() {
        var query = TimeStampQuery.over(IMPRINT, RANDOM);
        refusal(TrustRefusal.BAD_STAMP, () -> query.tokenIn(new byte[0]));
        refusal(TrustRefusal.BAD_STAMP, () -> query.tokenIn(Bytes.ascii("<html>no</html>")));
        refusal(TrustRefusal.BAD_STAMP, () -> query.tokenIn(new byte[TimeStamps.SIZE_MAX + 1]));
    }

    @Test
    void takeARefusalForARefusal() {
        // PKIStatusInfo with status 2 (rejection) and no token
        byte[] rejected = {0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02};
        refusal(
                TrustRefusal.BAD_STAMP,
                () -> TimeStampQuery.over(IMPRINT, RANDOM).tokenIn(rejected));
    }

    @Test
    void areAnsweredByAnAuthorityOfOpenssl() throws Exception {
        assumeTrue(OpenSsl.present());
        var query = TimeStampQuery.over(IMPRINT, RANDOM);
        Files.write(folder.resolve("query.tsq"), query.encode());
        Files.writeString(folder.resolve("tsa.pem"), StockCredential.pem(credential.certificate()));
        Files.writeString(
                folder.resolve("tsa.key"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(credential.privateKey().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        Files.writeString(folder.resolve("tsa.conf"), """
                [tsa]
                default_tsa = tsa1
                [tsa1]
                serial = serial
                signer_cert = tsa.pem
                signer_key = tsa.key
                signer_digest = sha512
                default_policy = 1.2.3.4
                digests = sm3, sha256
                accuracy = secs:1
                """);
        var asked = "ts -reply -config tsa.conf -section tsa1 -queryfile query.tsq -out r.tsr".split(" ");
        new OpenSsl(folder).run(asked);
        var token = query.tokenIn(Files.readAllBytes(folder.resolve("r.tsr")));

        var stamp = TimeStamps.verifyOutside(token, IMPRINT, List.of(credential.certificate()));
        assertThat(stamp.at())
                .isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(120));
        refusal(TrustRefusal.BAD_STAMP, () -> TimeStamps.verify(token, IMPRINT, List.of(credential.certificate())));
    }
}
