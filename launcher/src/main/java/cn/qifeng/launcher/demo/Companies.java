package cn.qifeng.launcher.demo;

import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Companies that are not known yet: each makes a key, gets a certificate of the sandbox, registers, and is verified. */
final class Companies {

    private final Tour tour;
    private final SecureRandom random = new SecureRandom();
    private Actor centre;

    Companies(Tour tour) {
        this.tour = tour;
    }

    /** A new key with a certificate for it; the key never leaves this process. */
    Credential certify(String name, String uscc) {
        var privateKey = Sm2.newPrivateKey(random);
        var point = Sm2.publicKey(privateKey);
        var request = CanonicalJson.object()
                .put("name", name)
                .put("uscc", uscc)
                .put("person", name)
                .put("publicKey", Hex.encode(point))
                .put("proof", Hex.encode(Sm2.sign(privateKey, point, random)));
        var issued = tour.visitor().post("/api/core/sandbox/certificates", request);
        var certificate = Certificates.parse(
                Base64.getDecoder().decode(issued.path("certificate").asText()));
        return new Credential(privateKey, certificate, List.of());
    }

    /** Registers the company under its own signature; the centre accepts it. */
    Actor register(String name, String uscc, SigningKey key) {
        var actor = Actor.of(uscc, key, tour.visitor());
        var doc = CanonicalJson.object()
                .put("type", "bidder-registration")
                .put("v", 1)
                .put("name", name)
                .put("uscc", uscc)
                .put("address", "云浦市栖霞区")
                .put("legalRepresentative", "法定代表人")
                .put("contact", "联系人")
                .put("phone", "00013800000")
                .put("agreement", true);
        var party = tour.visitor().post("/api/core/parties/bidders", actor.sign(doc));
        verify("/api/core/parties/" + party.path("id").asText() + "/verification");
        return actor;
    }

    /** One log-in of the centre's person serves for many; it ends when that person logs in elsewhere. */
    private synchronized void verify(String path) {
        var verdict = CanonicalJson.object().put("accepted", true).put("reason", "");
        try {
            centre = centre == null ? tour.actor("operator") : centre;
            centre.api().post(path, verdict);
        } catch (ApiFailed failed) {
            if (!failed.loggedOut()) {
                throw failed;
            }
            centre.logIn().api().post(path, verdict);
        }
    }
}
