package cn.qifeng.trust.log;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The log's tree 默克尔树")
class MerkleTreeTest {

    private static final int SIZE = 130;
    private static final MemoryNodes STORE = new MemoryNodes();
    private static final List<byte[]> ENTRIES = new ArrayList<>();

    @BeforeAll
    static void grow() {
        for (int i = 0; i < SIZE; i++) {
            ENTRIES.add(Bytes.ascii("entry " + i));
            MerkleTree.append(STORE, i, ENTRIES.get(i));
        }
    }

    @Test
    void rootsAgreeWithTheDefinition() {
        assertThat(Hex.encode(MerkleTree.root(STORE, 0))).isEqualTo(Hex.encode(MerkleTree.emptyRoot()));
        for (int size = 1; size <= SIZE; size++) {
            assertThat(MerkleTree.root(STORE, size)).isEqualTo(byDefinition(ENTRIES.subList(0, size)));
        }
    }

    @Test
    void everyInclusionProofVerifiesAndNoOtherPlaceDoes() {
        for (int size = 1; size <= SIZE; size++) {
            var root = MerkleTree.root(STORE, size);
            for (int index = 0; index < size; index++) {
                var proof = MerkleTree.inclusion(STORE, index, size);
                var entry = ENTRIES.get(index);
                assertThat(MerkleProofs.verifyInclusion(entry, index, size, proof, root))
                        .isTrue();
                assertThat(MerkleProofs.verifyInclusion(entry, index + 1L, size, proof, root))
                        .isFalse();
                assertThat(MerkleProofs.verifyInclusion(Bytes.ascii("x"), index, size, proof, root))
                        .isFalse();
            }
        }
    }

    @Test
    void everyConsistencyProofVerifiesAndNoOtherRootDoes() {
        for (int to = 0; to <= SIZE; to++) {
            var root = MerkleTree.root(STORE, to);
            for (int from = 0; from <= to; from++) {
                var old = MerkleTree.root(STORE, from);
                var proof = MerkleTree.consistency(STORE, from, to);
                assertThat(MerkleProofs.verifyConsistency(from, old, to, root, proof))
                        .isTrue();
                assertThat(MerkleProofs.verifyConsistency(from, new byte[32], to, root, proof))
                        .isFalse();
                if (from > 0) {
                    assertThat(MerkleProofs.verifyConsistency(from, old, to, new byte[32], proof))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void altersNothingUnnoticedInAProof() {
        var root = MerkleTree.root(STORE, 100);
        var proof = new ArrayList<>(MerkleTree.inclusion(STORE, 37, 100));
        for (int i = 0; i < proof.size(); i++) {
            var kept = proof.set(i, new byte[32]);
            assertThat(MerkleProofs.verifyInclusion(ENTRIES.get(37), 37, 100, proof, root))
                    .isFalse();
            proof.set(i, kept);
        }
        proof.add(new byte[32]);
        assertThat(MerkleProofs.verifyInclusion(ENTRIES.get(37), 37, 100, proof, root))
                .isFalse();
    }

    @Test
    void aMillionLeavesGrowOneByOne() {
        var store = new MemoryNodes();
        long size = 0;
        for (int i = 0; i < 1_000_000; i++) {
            size = MerkleTree.append(store, size, Bytes.u32(i));
        }
        var proof = MerkleTree.inclusion(store, 765_432, size);

        assertThat(proof).hasSizeLessThanOrEqualTo(20);
        assertThat(MerkleProofs.verifyInclusion(Bytes.u32(765_432), 765_432, size, proof, MerkleTree.root(store, size)))
                .isTrue();
    }

    private static byte[] byDefinition(List<byte[]> entries) {
        if (entries.size() == 1) {
            return MerkleTree.leafHash(entries.get(0));
        }
        int split = Integer.highestOneBit(entries.size() - 1);
        return MerkleTree.nodeHash(
                byDefinition(entries.subList(0, split)), byDefinition(entries.subList(split, entries.size())));
    }
}
