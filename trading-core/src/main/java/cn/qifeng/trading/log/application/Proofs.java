package cn.qifeng.trading.log.application;

import cn.qifeng.trading.log.domain.Heads;
import cn.qifeng.trading.log.domain.Leaves;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.log.domain.TiledNodes;
import cn.qifeng.trading.log.domain.Tiles;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.log.MerkleTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Proofs that a content is in the log, and that the log only grew. */
@ApplicationScoped
public class Proofs {

    private final Heads heads;
    private final Leaves leaves;
    private final TrustFiles trustFiles;
    private final TiledNodes nodes;

    Proofs(Heads heads, Leaves leaves, TrustFiles trustFiles, Tiles tiles) {
        this.heads = heads;
        this.leaves = leaves;
        this.trustFiles = trustFiles;
        this.nodes = new TiledNodes(tiles);
    }

    /**
     * Place of a content under a head.
     *
     * @param nonce leaf nonce, hex
     * @param size size of the head that the proof is for
     * @param proof hashes from the leaf upwards, hex
     */
    public record Inclusion(String contentHash, long index, String nonce, long size, List<String> proof) {}

    /** From one size to another; hashes in hex. */
    public record Consistency(long from, long to, List<String> proof) {}

    /** Inclusion of a content (hash in hex) in the newest published head; empty when it is not published yet. */
    @Transactional
    public Optional<Inclusion> inclusion(String contentHash) {
        return newestPublished().flatMap(head -> inclusion(contentHash, head.size()));
    }

    /** Inclusion of a content in the first {@code size} leaves; empty when it is not in them. */
    @Transactional
    public Optional<Inclusion> inclusion(String contentHash, long size) {
        return leaves.find(contentHash)
                .filter(leaf -> leaf.index() < size)
                .map(leaf -> new Inclusion(
                        contentHash,
                        leaf.index(),
                        leaf.nonce(),
                        size,
                        hex(MerkleTree.inclusion(nodes, leaf.index(), size))));
    }

    /** Consistency of two sizes that heads had. */
    @Transactional
    public Consistency consistency(long from, long to) {
        return new Consistency(from, to, hex(MerkleTree.consistency(nodes, from, to)));
    }

    /** The newest head under enough witnesses. */
    @Transactional
    public Optional<SignedHead> newestPublished() {
        return trustFiles.started() ? heads.newestPublished(trustFiles.threshold()) : Optional.empty();
    }

    /** The smallest published head over the leaf at {@code index}. */
    @Transactional
    public Optional<SignedHead> firstPublishedOver(long index) {
        return heads.firstPublishedOver(index, trustFiles.threshold());
    }

    /** The first published head over a content (hash in hex); empty when it is under none yet. */
    @Transactional
    public Optional<SignedHead> checkpoint(String contentHash) {
        return inclusion(contentHash).flatMap(place -> firstPublishedOver(place.index()));
    }

    /** Published heads from this size on, oldest first, at most {@code max}. */
    @Transactional
    public List<SignedHead> publishedFrom(long size, int max) {
        return heads.from(size, max).stream()
                .filter(head -> head.published(trustFiles.threshold()))
                .toList();
    }

    private static List<String> hex(List<byte[]> proof) {
        return proof.stream().map(Hex::encode).toList();
    }
}
