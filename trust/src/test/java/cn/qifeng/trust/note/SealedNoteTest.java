package cn.qifeng.trust.note;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.json.CanonicalJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sealed notes 密封件")
class SealedNoteTest {

    private static final People PEOPLE = People.twoOfThree();
    private static final NoteSealer SEALER = new NoteSealer(new Sm4Gcm(), PEOPLE.random());
    private static final byte[] CONTENT = Bytes.ascii("a nonce");
    private static final SealedNote NOTE = SEALER.seal(PEOPLE.keySet(), new byte[32], CONTENT);

    @Test
    void openWithTwoOfThree() {
        var read = SealedNote.from(CanonicalJson.decode(CanonicalJson.encode(NOTE.toDoc())));

        assertThat(SEALER.open(read, PEOPLE.keySet(), shares(read, 1, 3))).isEqualTo(CONTENT);
        assertThat(SEALER.open(read, PEOPLE.keySet(), shares(read, 2, 3))).isEqualTo(CONTENT);
    }

    @Test
    void doNotOpenWithOneOrWithAFalseShare() {
        var shares = shares(NOTE, 1);
        shares.put(PEOPLE.keySet().members().get(1).idHex(), new byte[16]);

        refusal(TrustRefusal.TOO_FEW_SHARES, () -> SEALER.open(NOTE, PEOPLE.keySet(), shares));
    }

    @Test
    void withAForeignContextGiveNoShare() {
        var context = new byte[32];
        Arrays.fill(context, (byte) 1);
        var moved = new SealedNote(NOTE.set(), context, NOTE.salt(), NOTE.keyCommit(), NOTE.cipher(), NOTE.shares());

        assertThat(SEALER.share(moved, PEOPLE.keySet().members().get(0).idHex(), PEOPLE.trusteeKey(1)))
                .isEmpty();
    }

    @Test
    void thatDifferFromTheRebuiltOneAreRefused() {
        var shares = new ArrayList<>(NOTE.shares());
        var third = shares.get(2);
        shares.set(2, new SealedNote.Share(third.member(), new byte[32], third.wrap()));
        var altered = new SealedNote(NOTE.set(), NOTE.context(), NOTE.salt(), NOTE.keyCommit(), NOTE.cipher(), shares);

        refusal(TrustRefusal.BAD_NOTE, () -> SEALER.open(altered, PEOPLE.keySet(), shares(NOTE, 1, 2)));
    }

    private static Map<String, byte[]> shares(SealedNote note, int... xs) {
        var shares = new HashMap<String, byte[]>();
        for (int x : xs) {
            var member = PEOPLE.keySet().members().get(x - 1).idHex();
            shares.put(member, SEALER.share(note, member, PEOPLE.trusteeKey(x)).orElseThrow());
        }
        return shares;
    }
}
