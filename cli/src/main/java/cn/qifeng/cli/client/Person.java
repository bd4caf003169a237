package cn.qifeng.cli.client;

import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A person who is logged in with its own key, and trusts its own trust file alone.
 *
 * @param visitor the platform without the log in
 * @param api the platform as this person sees it
 */
public record Person(Api visitor, Api api, KeyFile keyFile, SigningKey key, TrustFile trust) {

    /** Logs in by challenge and response. */
    public static Person logIn(Api visitor, KeyFile keyFile, TrustFile trust) {
        var key = SigningKey.of(keyFile);
        return new Person(visitor, Login.byCertificate(visitor, key), keyFile, key, trust);
    }

    /** Id of the person's certificate, hexadecimal. */
    public String certificateId() {
        return key.certificateId();
    }

    /** The last entry of a tender's chain, as the platform tells it. */
    public ChainHead chainHead(String tender) {
        var head = visitor.get("/api/core/public/tenders/" + tender + "/chain-head");
        return new ChainHead(head.path("n").asLong(), head.path("hash").asText());
    }

    /** Signs a doc over an entry of its tender's chain. */
    public Statement sign(ObjectNode doc, ChainHead seen) {
        var copy = doc.deepCopy();
        copy.putObject("seen").put("n", seen.n()).put("hash", seen.hash());
        return Statement.of(copy, key);
    }
}
