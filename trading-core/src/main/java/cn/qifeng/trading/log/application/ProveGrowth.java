package cn.qifeng.trading.log.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.log.domain.LogRefusal;
import cn.qifeng.trading.log.domain.RememberedNodes;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.log.domain.Tiles;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.log.MerkleProofs;
import cn.qifeng.trust.log.MerkleTree;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Nothing is signed that a stranger could not verify (先验后签): before a head is signed its proofs are made from what is
 * stored and verified by the code that clients use, so that a row altered behind the service's back stops the log instead
 * of going into the next head.
 */
@ApplicationScoped
class ProveGrowth {

    private static final Logger LOG = Logger.getLogger(ProveGrowth.class);

    private final Tiles tiles;
    private final PlatformKeys keys;
    private final KeepSecurityEvents events;
    private final AtomicLong toldAt = new AtomicLong(-1);

    ProveGrowth(Tiles tiles, PlatformKeys keys, KeepSecurityEvents events) {
        this.tiles = tiles;
        this.keys = keys;
        this.events = events;
    }

    /**
     * Refuses with {@code log/tree-differs} unless the former head is signed by the log and the beginning of the tree of
     * {@code size} leaves, and every entry is at its place in it; tells the auditors of security once for each size.
     * Gives the root that was proved.
     *
     * @param former the newest head, or {@code null} for the first
     * @param entries the entries that the next head takes in, by their places
     */
    byte[] require(SignedHead former, long formerSize, long size, Map<Long, byte[]> entries) {
        var nodes = new RememberedNodes(tiles);
        var root = MerkleTree.root(nodes, size);
        if (former != null && (former.size() != formerSize || !signedByLog(former))) {
            throw differs("former head", former.size(), formerSize);
        }
        var formerRoot = former == null ? MerkleTree.emptyRoot() : Hex.decode(former.root());
        if (!MerkleProofs.verifyConsistency(
                formerSize, formerRoot, size, root, MerkleTree.consistency(nodes, formerSize, size))) {
            throw differs("consistency", "another tree", formerSize);
        }
        entries.forEach((index, entry) -> {
            if (!MerkleProofs.verifyInclusion(entry, index, size, MerkleTree.inclusion(nodes, index, size), root)) {
                throw differs("inclusion", "not at leaf " + index, size);
            }
        });
        return root;
    }

    private boolean signedByLog(SignedHead head) {
        try {
            var signer = new Statement(head.doc(), head.sig()).verify().certificateId();
            return signer.equals(Certificates.id(keys.log().certificate()));
        } catch (Refused altered) {
            LOG.debugf("the newest head does not verify: %s", altered.getMessage());
            return false;
        }
    }

    private Refused differs(String proof, Object seen, long size) {
        if (toldAt.getAndSet(size) != size) {
            LOG.errorf("the stored tree is not the one that was signed (%s: %s); no head is signed", proof, seen);
            events.refused(SecurityEvent.of(SecurityEventKind.LOG_DIFFERS, Instant.now())
                    .because(LogRefusal.TREE_DIFFERS.code())
                    .saying("proof=" + proof + " size=" + size));
        }
        return new Refused(LogRefusal.TREE_DIFFERS, Facts.field(proof, seen, size));
    }
}
