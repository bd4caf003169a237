package cn.qifeng.trading.log.application;

import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.log.domain.StoredTrustFile;
import cn.qifeng.trading.log.domain.Witnesses;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/** Brings the log to life once: certificates of the witnesses, the first entry, the trust file signed by all of them. */
@ApplicationScoped
class StartLog {

    private static final Duration WITNESS_AGE = Duration.ofDays(3650);

    private final TrustFiles trustFiles;
    private final DraftTrustFile draft;
    private final Witnesses witnesses;
    private final PlatformKeys keys;

    StartLog(TrustFiles trustFiles, DraftTrustFile draft, Witnesses witnesses, PlatformKeys keys) {
        this.trustFiles = trustFiles;
        this.draft = draft;
        this.witnesses = witnesses;
        this.keys = keys;
    }

    /** Does nothing when the log has a trust file; throws {@link Witnesses.Unreachable} while a witness is silent. */
    synchronized void ifNeeded() {
        if (trustFiles.started()) {
            return;
        }
        if (witnesses.names().isEmpty()) {
            throw new Witnesses.Unreachable("no witnesses are configured; see qifeng.witnesses", null);
        }
        var certificates = new LinkedHashMap<String, X509Certificate>();
        witnesses.names().forEach(name -> certificates.put(name, certified(name)));
        var file = draft.of(certificates);
        var sigs = JsonNodeFactory.instance.arrayNode();
        for (var witness : file.doc().get("witnesses")) {
            var name = witness.get("name").textValue();
            var sig = witnesses.signTrustFile(name, file.doc());
            check(name, certificates.get(name), new Statement(file.doc(), sig));
            sigs.addObject().put("witness", name).put("sig", sig);
        }
        draft.save(new StoredTrustFile(file.version(), file.fingerprint(), file.threshold(), file.doc(), sigs));
    }

    private X509Certificate certified(String name) {
        var identity = witnesses.identity(name);
        if (identity.certificate() != null) {
            var certificate = Certificates.parseBase64("certificate", identity.certificate());
            new CertificatePath(keys.roots()).checkSigner(certificate, List.of(), Instant.now());
            return certificate;
        }
        var publicKey = Hex.decode(identity.publicKey());
        var doc = CanonicalJson.object()
                .put("type", "witness-identity")
                .put("v", 1)
                .put("witness", name)
                .put("publicKey", identity.publicKey());
        if (!Sm2.verify(publicKey, CanonicalJson.encode(doc), Hex.decode(identity.proof()))) {
            throw new Witnesses.Unreachable(name + " does not hold the key that it shows", null);
        }
        var now = Instant.now();
        var certificate = keys.sandboxAuthority()
                .issue(new Subject("见证人 " + name, "启封沙箱", null), publicKey, now, now.plus(WITNESS_AGE));
        witnesses.certify(name, Certificates.base64(certificate));
        return certificate;
    }

    private static void check(String name, X509Certificate certificate, Statement statement) {
        if (!statement.verify().certificateId().equals(Certificates.id(certificate))) {
            throw new Witnesses.Unreachable(name + " signed the trust file with another key", null);
        }
    }
}
