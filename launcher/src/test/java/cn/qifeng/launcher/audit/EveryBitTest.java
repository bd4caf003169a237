package cn.qifeng.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Qs1;
import cn.qifeng.auditor.crypto.TimeStamp;
import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.StockAuthority;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.stamp.TimeStampAuthority;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What stands outside the signed bytes of a signature or a time stamp has one form too, so that no bit can change. */
@DisplayName("Every bit of signatures and time stamps 签名与时间戳逐位篡改")
class EveryBitTest {

    private static final byte[] CONTENT = "投标文件".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final Instant now = Instant.now();

    @Test
    void noBitOfASignatureCanChange() {
        var authority = CertificateAuthority.create("逐位测试根", now, random);
        var signer = authority.issueWithKey(
                new Subject("林一川", "澄江路桥有限公司", "91330703XX0000115Y"),
                now.minusSeconds(60),
                now.plus(Duration.ofDays(1)));
        byte[] signature = SigningKey.of(signer).sign(CONTENT);
        Predicate<byte[]> holds = changed -> {
            var chain = Qs1.verify(CONTENT, changed, "header.p7s");
            return Certificates.trusted(chain.get(0), chain, List.of(authority.root()), now);
        };

        assertThat(holds.test(signature)).isTrue();
        assertThat(unnoticed(signature, holds)).isEmpty();
    }

    @Test
    void noBitOfATimeStampCanChange() {
        var authority = new TimeStampAuthority(
                StockAuthority.create("Qifeng test root", now, random)
                        .issueTimeStampAuthority(
                                "Qifeng test stamps", now.minusSeconds(60), now.plus(Duration.ofDays(1))),
                random);
        byte[] imprint = Sm3.of(CONTENT);
        byte[] token = authority.stamp(imprint, now);
        Predicate<byte[]> holds = changed ->
                TimeStamp.verify(changed, imprint, "heads.json").authority().equals(authority.certificate());

        assertThat(holds.test(token)).isTrue();
        assertThat(unnoticed(token, holds)).isEmpty();
    }

    /** Places, byte and bit, at which a change goes unnoticed. */
    private static List<String> unnoticed(byte[] whole, Predicate<byte[]> holds) {
        return IntStream.range(0, whole.length * Byte.SIZE)
                .filter(at -> survives(flipped(whole, at), holds))
                .mapToObj(at -> at / Byte.SIZE + "." + at % Byte.SIZE)
                .toList();
    }

    private static byte[] flipped(byte[] whole, int at) {
        byte[] changed = whole.clone();
        changed[at / Byte.SIZE] ^= (byte) (1 << at % Byte.SIZE);
        return changed;
    }

    private static boolean survives(byte[] changed, Predicate<byte[]> holds) {
        try {
            return holds.test(changed);
        } catch (Broken caught) {
            return false;
        }
    }
}
