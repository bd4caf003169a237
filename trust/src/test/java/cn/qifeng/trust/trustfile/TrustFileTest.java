package cn.qifeng.trust.trustfile;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The trust file 信任锚文件")
class TrustFileTest {

    private static final People PEOPLE = People.twoOfThree();
    private static final List<String> NAMES = List.of("SUPERVISION", "NOTARY", "CENTRE");

    @Test
    void signedByAllWitnessesGoesThroughJson() {
        var file = signed(1, 3);
        var read = TrustFile.from(CanonicalJson.decode(file.encode())).verify();

        assertThat(read.fingerprint()).isEqualTo(file.fingerprint());
    }

    @Test
    void withoutOneWitnessIsRefusedAtTheStart() {
        refusal(TrustRefusal.BAD_TRUST_FILE, signed(1, 2)::verify);
    }

    @Test
    void followsWithTheOldQuorum() {
        signed(2, 2).verifyFollows(signed(1, 3));

        refusal(TrustRefusal.BAD_TRUST_FILE, () -> signed(2, 1).verifyFollows(signed(1, 3)));
        refusal(TrustRefusal.BAD_TRUST_FILE, () -> signed(3, 3).verifyFollows(signed(1, 3)));
    }

    @Test
    void countsNoSignatureUnderAnotherName() {
        var file = new TrustFile(anchors(1), List.of());
        for (var name : NAMES) {
            file = file.signedBy(name, witness(1));
        }

        refusal(TrustRefusal.BAD_TRUST_FILE, file::verify);
    }

    private static TrustFile signed(int version, int signatures) {
        var file = new TrustFile(anchors(version), List.of());
        for (int x = 1; x <= signatures; x++) {
            file = file.signedBy(NAMES.get(x - 1), witness(x));
        }
        return file;
    }

    private static SigningKey witness(int x) {
        return PEOPLE.signingKey(PEOPLE.trustee(x));
    }

    private static TrustAnchors anchors(int version) {
        var key = new AnchoredKey(PEOPLE.bidder().certificate(), People.NOW, null);
        var witnesses = IntStream.rangeClosed(1, 3)
                .mapToObj(x -> new TrustAnchors.WitnessKey(
                        NAMES.get(x - 1), new AnchoredKey(PEOPLE.trustee(x).certificate(), People.NOW, People.END)))
                .toList();
        return new TrustAnchors(
                version,
                TrustMode.SANDBOX,
                key.id(),
                List.of(key),
                List.of(key),
                List.of(),
                List.of(PEOPLE.authority().root()),
                witnesses,
                2,
                Sm3.of());
    }
}
