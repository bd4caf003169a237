package cn.qifeng.cli.client;

import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Log in by certificate (证书登录): the platform gives a challenge, the person's own key signs it. */
public final class Login {

    private Login() {}

    /** The platform as this person sees it; the token is short-lived, so a long work logs in again. */
    public static Api byCertificate(Api visitor, SigningKey key) {
        var challenge = visitor.post("/api/core/sessions/challenges", CanonicalJson.object());
        var sig = Statement.of((ObjectNode) challenge.path("doc"), key).sig();
        var body = CanonicalJson.object()
                .put("challenge", challenge.path("challenge").asText())
                .put("sig", sig);
        return visitor.as(visitor.post("/api/core/sessions/certificate", body)
                .path("token")
                .asText());
    }
}
