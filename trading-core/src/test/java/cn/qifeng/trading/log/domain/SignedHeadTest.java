package cn.qifeng.trading.log.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.json.CanonicalJson;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A head with its witnesses 见证签名")
class SignedHeadTest {

    @Test
    void namesItsWitnessesInOneOrderHoweverTheyAnswered() {
        var head = new SignedHead(CanonicalJson.object().put("size", 64L), "sig", "stamp", List.of())
                .with(signatures("supervisor", "notary", "centre"));

        assertThat(head.witnesses())
                .extracting(WitnessSignature::witness)
                .containsExactly("centre", "notary", "supervisor");
    }

    private static List<WitnessSignature> signatures(String... names) {
        return Stream.of(names)
                .map(name -> new WitnessSignature(name, CanonicalJson.object().put("witness", name), "sig of " + name))
                .toList();
    }
}
