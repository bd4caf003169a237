package cn.qifeng.trust.stamp;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.StockAuthority;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Time stamps with SM2 国密时间戳")
class Sm2TimeStampTest {

    private static final byte[] IMPRINT = Sm3.of(Bytes.ascii("a head"));
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant AT = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static Sm2StampMaker maker;

    @BeforeAll
    static void make() {
        maker = new Sm2StampMaker(RANDOM);
    }

    @Test
    void ofAnOutsideAuthorityTellTheTime() {
        var stamp = TimeStamps.verifyOutside(maker.token(IMPRINT, AT), IMPRINT, List.of(maker.certificate()));

        assertThat(stamp.at()).isEqualTo(AT);
        assertThat(stamp.certificate()).isEqualTo(maker.certificate());
    }

    @Test
    void mayNameTheirSignatureInThreeWays() {
        for (var name : List.of(
                GMObjectIdentifiers.sm2sign_with_sm3, GMObjectIdentifiers.sm2sign, GMObjectIdentifiers.sm2p256v1)) {
            var token = maker.signingAs(name).token(IMPRINT, AT);
            assertThat(TimeStamps.verifyOutside(token, IMPRINT, List.of(maker.certificate()))
                            .at())
                    .isEqualTo(AT);
        }
    }

    @Test
    void mayNameTheirCertificateByAnyHash() {
        for (var hash : List.of(GMObjectIdentifiers.sm3, NISTObjectIdentifiers.id_sha256)) {
            var token = maker.namingBy(hash).token(IMPRINT, AT);
            assertThat(TimeStamps.verifyOutside(token, IMPRINT, List.of(maker.certificate()))
                            .at())
                    .isEqualTo(AT);
        }
    }

    @Test
    void answerAQuestionInTheContainerOfTheNationalStandard() {
        var query = TimeStampQuery.over(IMPRINT, RANDOM);
        for (var container : List.of(Sm2StampMaker.SIGNED_DATA, Sm2StampMaker.NATIONAL_SIGNED_DATA)) {
            var token = query.tokenIn(maker.reply(query.encode(), AT, container));
            assertThat(TimeStamps.verifyOutside(token, IMPRINT, List.of(maker.certificate()))
                            .at())
                    .isEqualTo(AT);
        }
    }

    @Test
    void areNoTokensOfTheEmbeddedAuthority() {
        var token = maker.token(IMPRINT, AT);
        refusal(TrustRefusal.BAD_STAMP, () -> TimeStamps.verify(token, IMPRINT, List.of(maker.certificate())));
    }

    @Test
    void overSomethingElseOrByAnotherKeyAreRefused() {
        var token = maker.token(IMPRINT, AT);
        var other = new Sm2StampMaker(RANDOM);
        var now = Instant.now();
        var rsa = StockAuthority.create("启封测试时间根", now, RANDOM)
                .issueTimeStampAuthority("外部时间戳", now.minusSeconds(60), now.plusSeconds(86_400));

        refusal(
                TrustRefusal.BAD_STAMP,
                () -> TimeStamps.verifyOutside(token, new byte[Sm3.LENGTH], List.of(maker.certificate())));
        refusal(TrustRefusal.BAD_STAMP, () -> TimeStamps.verifyOutside(token, IMPRINT, List.of(other.certificate())));
        refusal(TrustRefusal.BAD_STAMP, () -> TimeStamps.verifyOutside(token, IMPRINT, List.of(rsa.certificate())));
        assertThat(TimeStamps.verifyOutside(token, IMPRINT, List.of(rsa.certificate(), maker.certificate()))
                        .certificate())
                .isEqualTo(maker.certificate());
    }

    @Test
    void outsideThePeriodOfTheirAuthorityAreRefused() {
        var early = maker.token(IMPRINT, AT.minus(2, ChronoUnit.DAYS));
        refusal(TrustRefusal.BAD_STAMP, () -> TimeStamps.verifyOutside(early, IMPRINT, List.of(maker.certificate())));
    }

    @Test
    void alteredAreRefusedOrSayTheSame() {
        var random = new Random(7);
        var token = maker.token(IMPRINT, AT);
        for (int i = 0; i < 300; i++) {
            var changed = token.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                assertThat(TimeStamps.verifyOutside(changed, IMPRINT, List.of(maker.certificate()))
                                .at())
                        .isEqualTo(AT);
            } catch (Refused refused) {
                assertThat(refused.code()).isEqualTo(TrustRefusal.BAD_STAMP);
            }
        }
    }
}
