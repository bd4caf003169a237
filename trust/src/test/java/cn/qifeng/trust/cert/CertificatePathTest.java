package cn.qifeng.trust.cert;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.fixture.OpenSsl;
import cn.qifeng.trust.fixture.People;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Certificates 数字证书")
class CertificatePathTest {

    private static final People PEOPLE = People.twoOfThree();
    private static final CertificatePath PATH =
            new CertificatePath(List.of(PEOPLE.authority().root()));

    @TempDir
    Path folder;

    @Test
    void ofTheAuthoritySignInTheirPeriod() {
        PATH.checkSigner(PEOPLE.bidder().certificate(), List.of(), People.NOW.plusSeconds(1));
    }

    @Test
    void doNotSignBeforeOrAfterTheirPeriod() {
        var certificate = PEOPLE.bidder().certificate();

        refusal(
                TrustRefusal.BAD_CERTIFICATE,
                () -> PATH.checkSigner(certificate, List.of(), People.NOW.minusSeconds(1)));
        refusal(
                TrustRefusal.BAD_CERTIFICATE,
                () -> PATH.checkSigner(certificate, List.of(), People.END.plusSeconds(1)));
    }

    @Test
    void ofAnotherAuthorityWithTheSameNameDoNotSign() {
        var other = CertificateAuthority.create("启封测试根", People.NOW, new SecureRandom());
        var stranger = other.issueWithKey(new Subject("甲", "乙", null), People.NOW, People.END);

        refusal(
                TrustRefusal.BAD_CERTIFICATE,
                () -> PATH.checkSigner(stranger.certificate(), List.of(other.root()), People.NOW));
    }

    @Test
    void ofAnAuthorityItselfDoNotSignDocuments() {
        refusal(
                TrustRefusal.BAD_CERTIFICATE,
                () -> PATH.checkSigner(PEOPLE.authority().root(), List.of(), People.NOW));
    }

    @Test
    void revokedDoNotSignFromThatMomentOn() {
        var certificate = PEOPLE.bidder().certificate();
        var revokedAt = People.NOW.plusSeconds(100);
        var list = PEOPLE.authority()
                .revocationList(Map.of(certificate.getSerialNumber(), revokedAt), People.NOW, People.END);
        var path = new CertificatePath(List.of(PEOPLE.authority().root()), List.of(list));

        path.checkSigner(certificate, List.of(), revokedAt.minusSeconds(1));
        refusal(TrustRefusal.BAD_CERTIFICATE, () -> path.checkSigner(certificate, List.of(), revokedAt));
    }

    @Test
    void tellWhomTheyName() {
        var subject = Certificates.subject(PEOPLE.bidder().certificate());

        assertThat(subject).isEqualTo(new Subject("青石建设 王一", "青石建设有限公司", "91330703MA2E0QS10T"));
    }

    @Test
    void withTrailingBytesAreRefused() {
        var der = Certificates.der(PEOPLE.bidder().certificate());

        refusal(TrustRefusal.BAD_CERTIFICATE, () -> Certificates.parse(Arrays.copyOf(der, der.length + 1)));
        refusal(TrustRefusal.BAD_CERTIFICATE, () -> Certificates.parse(new byte[100]));
    }

    @Test
    void theAuthorityIsMadeOnceAndKept() throws Exception {
        var made = CertificateAuthority.openOrCreate(folder.resolve("ca"), "启封测试根", People.NOW);
        var again = CertificateAuthority.openOrCreate(folder.resolve("ca"), "启封测试根", People.NOW);
        var stock = StockAuthority.openOrCreate(folder.resolve("ca"), "启封测试时间根", People.NOW);

        assertThat(again.root()).isEqualTo(made.root());
        assertThat(StockAuthority.openOrCreate(folder.resolve("ca"), "", People.NOW)
                        .root())
                .isEqualTo(stock.root());
        new CertificatePath(List.of(made.root()))
                .checkSigner(
                        again.issueWithKey(new Subject("甲", "乙", null), People.NOW, People.END)
                                .certificate(),
                        List.of(),
                        People.NOW);
    }

    @Test
    void ofServersSatisfyStockOpenssl() throws Exception {
        assumeTrue(OpenSsl.present());
        var now = Instant.now();
        var stock = StockAuthority.create("启封测试时间根", now, new SecureRandom());
        var server = stock.issueServer(
                List.of("qifeng.example", "127.0.0.1"), now.minusSeconds(60), now.plusSeconds(86_400));
        Files.writeString(folder.resolve("root.pem"), StockCredential.pem(stock.root()));
        Files.writeString(folder.resolve("server.pem"), StockCredential.pem(server.certificate()));

        assertThat(new OpenSsl(folder)
                        .run(
                                "verify",
                                "-purpose",
                                "sslserver",
                                "-verify_ip",
                                "127.0.0.1",
                                "-CAfile",
                                "root.pem",
                                "server.pem"))
                .contains("server.pem: OK");
        assertThat(server.privateKeyPem()).startsWith("-----BEGIN PRIVATE KEY-----\n");
    }
}
