package cn.qifeng.trust.keyset;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static cn.qifeng.trust.keyset.Side.CENTRE;
import static cn.qifeng.trust.keyset.Side.NOTARY;
import static cn.qifeng.trust.keyset.Side.SUPERVISION;
import static cn.qifeng.trust.keyset.Side.TENDERER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.json.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Key sets 保管人密钥组")
class KeySetTest {

    private static final People PEOPLE = People.twoOfThree();

    @Test
    void verifyAndGoThroughJson() {
        var read = KeySet.from(
                CanonicalJson.decode(CanonicalJson.encode(PEOPLE.keySet().toDoc())));

        read.verify(new CertificatePath(List.of(PEOPLE.authority().root())), People.NOW);
        assertThat(read.idHex()).isEqualTo(PEOPLE.keySet().idHex());
    }

    @Test
    void areRefusedWhenOneSideCouldOpenAlone() {
        refusal(
                TrustRefusal.ONE_SIDE_CONTROLS,
                () -> KeySet.checkSides(2, List.of(TENDERER, TENDERER, NOTARY, SUPERVISION)));
        refusal(TrustRefusal.ONE_SIDE_CONTROLS, () -> KeySet.checkSides(1, List.of(TENDERER, NOTARY, CENTRE)));
    }

    @Test
    void areRefusedWhenOneSideCouldBlock() {
        refusal(TrustRefusal.ONE_SIDE_CONTROLS, () -> KeySet.checkSides(3, List.of(SUPERVISION, NOTARY, CENTRE)));
        refusal(
                TrustRefusal.ONE_SIDE_CONTROLS,
                () -> KeySet.checkSides(3, List.of(CENTRE, CENTRE, NOTARY, SUPERVISION)));
    }

    @Test
    void passWithTwoOfThreeAndThreeOfFive() {
        KeySet.checkSides(2, List.of(SUPERVISION, NOTARY, CENTRE));
        KeySet.checkSides(3, List.of(SUPERVISION, NOTARY, CENTRE, TENDERER, NOTARY));
    }

    @Test
    void withAKeyThatItsHolderDidNotSignAreRefused() {
        var members = new ArrayList<>(PEOPLE.keySet().members());
        var first = members.get(0);
        var second = members.get(1);
        members.set(
                0,
                new KeySetMember(
                        1, first.name(), first.side(), first.certificate(), second.encryptionKey(), first.sig()));
        var forged = new KeySet(KeySetPurpose.LOT, People.LOT, 2, members);

        refusal(TrustRefusal.BAD_SIGNATURE, forged::verify);
    }

    @Test
    void ofAnotherLotAreRefused() {
        var moved =
                new KeySet(KeySetPurpose.LOT, new UUID(1, 2), 2, PEOPLE.keySet().members());

        refusal(TrustRefusal.BAD_SIGNATURE, moved::verify);
    }
}
