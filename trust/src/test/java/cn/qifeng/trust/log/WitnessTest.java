package cn.qifeng.trust.log;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A witness of the log 见证人")
class WitnessTest {

    private static final People PEOPLE = People.twoOfThree();
    private static final SigningKey LOG = PEOPLE.signingKey(PEOPLE.credential("日志", "启封测试平台", null));
    private static final SigningKey KEY = PEOPLE.signingKey(PEOPLE.credential("监督", "启封测试监督", null));

    @TempDir
    Path folder;

    private final MemoryNodes tree = new MemoryNodes();
    private long size;
    private Witness witness;

    @BeforeEach
    void begin() {
        witness = witness();
        grow(64);
    }

    @Test
    void signsAHeadThatGrowsFromTheLastOne() {
        witness.witness(head(People.NOW), MerkleTree.consistency(tree, witness.signedSize(), size));
        grow(64);
        var head = head(People.NOW);
        var statement = witness.witness(head, MerkleTree.consistency(tree, witness.signedSize(), size));

        var parsed = WitnessStatement.from(statement.doc());
        assertThat(statement.verify().certificateId()).isEqualTo(KEY.certificateId());
        assertThat(parsed.size()).isEqualTo(128);
        assertThat(parsed.head()).isEqualTo(head.hash());
    }

    @Test
    void remembersAcrossRestarts() {
        witness.witness(head(People.NOW), MerkleTree.consistency(tree, 0, size));

        assertThat(witness().signedSize()).isEqualTo(64);
    }

    @Test
    void refusesAForkOfTheSameSize() {
        witness.witness(head(People.NOW), MerkleTree.consistency(tree, 0, size));
        var fork = Statement.of(head(size, new byte[32], People.NOW, People.NOW).toDoc(), LOG);

        refusal(WitnessRefusal.FORK, () -> witness.witness(fork, List.of()));
    }

    @Test
    void refusesAnOldBackup() {
        grow(64);
        witness.witness(head(People.NOW), MerkleTree.consistency(tree, 0, size));
        var old = Statement.of(
                head(64, MerkleTree.root(tree, 64), People.NOW, People.NOW).toDoc(), LOG);

        refusal(WitnessRefusal.ROLLED_BACK, () -> witness.witness(old, List.of()));
    }

    @Test
    void refusesRewrittenHistory() {
        witness.witness(head(People.NOW), MerkleTree.consistency(tree, 0, size));
        var other = new MemoryNodes();
        for (int i = 0; i < 128; i++) {
            MerkleTree.append(other, i, Bytes.ascii("rewritten " + i));
        }
        var rewritten = Statement.of(
                head(128, MerkleTree.root(other, 128), People.NOW, People.NOW).toDoc(), LOG);

        refusal(WitnessRefusal.INCONSISTENT, () -> witness.witness(rewritten, MerkleTree.consistency(other, 64, 128)));
    }

    @Test
    void refusesAHeadMoreThanFiveSecondsOffItsClock() {
        refusal(WitnessRefusal.CLOCK, () -> witness.witness(head(People.NOW.plusMillis(5001)), List.of()));
        refusal(WitnessRefusal.CLOCK, () -> witness.witness(head(People.NOW.minusMillis(5001)), List.of()));
        assertThat(witness.signedSize()).isZero();
    }

    @Test
    void refusesAHeadThatAnotherSigned() {
        var foreign = Statement.of(
                head(size, MerkleTree.root(tree, size), People.NOW, People.NOW).toDoc(), KEY);

        refusal(WitnessRefusal.FOREIGN_LOG, () -> witness.witness(foreign, List.of()));
    }

    private Witness witness() {
        var state = new FileWitnessState(folder.resolve("witness.json"));
        return new Witness(
                "SUPERVISION", KEY, Set.of(LOG.certificateId()), state, Clock.fixed(People.NOW, ZoneOffset.UTC));
    }

    private void grow(int leaves) {
        for (int i = 0; i < leaves; i++) {
            size = MerkleTree.append(tree, size, Bytes.ascii("entry " + size));
        }
    }

    private Statement head(Instant machineAt) {
        return Statement.of(
                head(size, MerkleTree.root(tree, size), People.NOW, machineAt).toDoc(), LOG);
    }

    private static LogHead head(long size, byte[] root, Instant at, Instant machineAt) {
        return new LogHead(LOG.certificateId(), size, root, 0, MerkleTree.emptyRoot(), at, machineAt, true);
    }
}
