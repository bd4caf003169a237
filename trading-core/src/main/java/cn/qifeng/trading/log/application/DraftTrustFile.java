package cn.qifeng.trading.log.application;

import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.log.domain.StoredTrustFile;
import cn.qifeng.trading.log.domain.StoredTrustFiles;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.trustfile.AnchoredKey;
import cn.qifeng.trust.trustfile.TrustAnchors;
import cn.qifeng.trust.trustfile.TrustAnchors.WitnessKey;
import cn.qifeng.trust.trustfile.TrustMode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** Writes the first entry and the first trust file, once, before any witness signs. */
@ApplicationScoped
class DraftTrustFile {

    private final Chain chain;
    private final StoredTrustFiles files;
    private final PlatformKeys keys;
    private final PlatformClock clock;

    DraftTrustFile(Chain chain, StoredTrustFiles files, PlatformKeys keys, PlatformClock clock) {
        this.chain = chain;
        this.files = files;
        this.keys = keys;
        this.clock = clock;
    }

    /** The draft that exists, or a new one over these witnesses' certificates by name. */
    @Transactional
    StoredTrustFile of(Map<String, X509Certificate> witnesses) {
        return files.newest().orElseGet(() -> {
            int threshold = witnesses.size() / 2 + 1;
            var genesis = chain.appendToNoTender("log/genesis", genesis(witnesses, threshold));
            var anchors = anchors(witnesses, threshold, genesis.hash());
            var file = new StoredTrustFile(
                    1, anchors.fingerprint(), threshold, anchors.toDoc(), JsonNodeFactory.instance.arrayNode());
            files.save(file);
            return file;
        });
    }

    /** Keeps the signatures of all witnesses. */
    @Transactional
    void save(StoredTrustFile file) {
        files.save(file);
    }

    private ObjectNode genesis(Map<String, X509Certificate> witnesses, int threshold) {
        var body = CanonicalJson.object()
                .put("log", Certificates.id(keys.log().certificate()))
                .put("threshold", threshold);
        var list = body.putArray("witnesses");
        witnesses.forEach((name, certificate) ->
                list.addObject().put("name", name).put("certificate", Certificates.base64(certificate)));
        return body;
    }

    private TrustAnchors anchors(Map<String, X509Certificate> witnesses, int threshold, String genesis) {
        return new TrustAnchors(
                1,
                clock.sandbox() ? TrustMode.SANDBOX : TrustMode.PRODUCTION,
                Certificates.id(keys.log().certificate()),
                List.of(anchored(keys.log().certificate())),
                List.of(anchored(keys.receipt().certificate())),
                List.of(anchored(keys.timeStamp().certificate())),
                keys.roots(),
                witnesses.entrySet().stream()
                        .map(one -> new WitnessKey(one.getKey(), anchored(one.getValue())))
                        .toList(),
                threshold,
                Hex.decode(genesis));
    }

    private static AnchoredKey anchored(X509Certificate certificate) {
        return new AnchoredKey(certificate, certificate.getNotBefore().toInstant(), null);
    }
}
