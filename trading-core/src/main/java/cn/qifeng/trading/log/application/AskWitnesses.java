package cn.qifeng.trading.log.application;

import cn.qifeng.trading.log.domain.Heads;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.log.domain.TiledNodes;
import cn.qifeng.trading.log.domain.Tiles;
import cn.qifeng.trading.log.domain.WitnessSignature;
import cn.qifeng.trading.log.domain.Witnesses;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.log.MerkleTree;
import cn.qifeng.trust.sign.Statement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Sends a head to all witnesses at once and keeps what they sign. */
@ApplicationScoped
class AskWitnesses {

    private static final Logger LOG = Logger.getLogger(AskWitnesses.class);

    private final Witnesses witnesses;
    private final Heads heads;
    private final TrustFiles trustFiles;
    private final Tiles tiles;
    private final TiledNodes nodes;
    private final Map<String, Long> lastSizes = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "witness-call");
        thread.setDaemon(true);
        return thread;
    });

    AskWitnesses(Witnesses witnesses, Heads heads, TrustFiles trustFiles, Tiles tiles) {
        this.witnesses = witnesses;
        this.heads = heads;
        this.trustFiles = trustFiles;
        this.tiles = tiles;
        this.nodes = new TiledNodes(tiles);
    }

    /** The head with every signature that could be had now. */
    SignedHead about(SignedHead head) {
        var proofs = proofs(head);
        var answers = witnesses.names().stream()
                .map(name -> CompletableFuture.supplyAsync(() -> ask(name, head, proofs), threads))
                .toList();
        var signatures = answers.stream()
                .map(CompletableFuture::join)
                .filter(Objects::nonNull)
                .toList();
        QuarkusTransaction.requiringNew().run(() -> keep(head, signatures));
        return head.with(signatures);
    }

    /** Under the lock on the tree: another node may have asked for signatures under the same head. */
    private void keep(SignedHead head, List<WitnessSignature> signatures) {
        tiles.lockSize();
        signatures.forEach(signature -> heads.addSignature(head.size(), signature));
    }

    private Map<Long, List<byte[]>> proofs(SignedHead head) {
        var proofs = new HashMap<Long, List<byte[]>>();
        for (var name : witnesses.names()) {
            proofs.computeIfAbsent(lastSize(name), from -> consistency(from, head.size()));
        }
        return proofs;
    }

    private WitnessSignature ask(String name, SignedHead head, Map<Long, List<byte[]>> proofs) {
        try {
            long from = lastSize(name);
            try {
                return signed(name, head, from, proofs.get(from));
            } catch (Witnesses.Elsewhere elsewhere) {
                return signed(name, head, elsewhere.size(), consistency(elsewhere.size(), head.size()));
            }
        } catch (RuntimeException refused) {
            LOG.warnf("witness %s gave no signature at size %d: %s", name, head.size(), refused.getMessage());
            return null;
        }
    }

    private WitnessSignature signed(String name, SignedHead head, long from, List<byte[]> proof) {
        var signature = witnesses.sign(name, head, from, proof);
        var doc = Fields.of(signature.doc()).type("log-witness");
        var signer = new Statement(signature.doc(), signature.sig()).verify().certificateId();
        if (!signer.equals(certificateId(name))
                || !name.equals(doc.text("witness"))
                || !Sm3.hex(CanonicalJson.encode(head.doc())).equals(doc.text("head"))) {
            throw new IllegalStateException("the signature is over something else");
        }
        lastSizes.put(name, head.size());
        return signature;
    }

    private String certificateId(String name) {
        for (var witness : trustFiles.current().doc().get("witnesses")) {
            if (name.equals(witness.get("name").textValue())) {
                return Certificates.id(Certificates.parseBase64(
                        "certificate", witness.get("certificate").textValue()));
            }
        }
        throw new IllegalStateException("not in the trust file");
    }

    private long lastSize(String name) {
        return lastSizes.getOrDefault(name, 0L);
    }

    private List<byte[]> consistency(long from, long to) {
        return from > to ? List.of() : MerkleTree.consistency(nodes, from, to);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
