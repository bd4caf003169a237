package cn.qifeng.launcher.demo;

import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.client.Login;
import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** One person at its own client: key, log in, and the encryption keys it made. */
final class Actor {

    private final String account;
    private final SigningKey key;
    private final Api visitor;
    private final Map<String, BigInteger> lotKeys = new HashMap<>();
    private Api api;
    private Api.Proof machine;

    private Actor(String account, SigningKey key, Api visitor) {
        this.account = account;
        this.key = key;
        this.visitor = visitor;
    }

    /** A person with a key file. */
    static Actor of(String account, byte[] keyFile, String password, Api visitor) {
        return new Actor(account, SigningKey.of(KeyFile.read(keyFile, password.toCharArray())), visitor);
    }

    /** A person whose key was just made. */
    static Actor of(String account, SigningKey key, Api visitor) {
        return new Actor(account, key, visitor);
    }

    /** Logs in by challenge and response; tokens are short-lived, so each step logs in again. */
    Actor logIn() {
        var opened = Login.byCertificate(visitor, key);
        api = machine == null ? opened : opened.at(machine);
        return this;
    }

    /** Sits down at a machine that proves itself from now on. */
    Actor at(Api.Proof terminal) {
        machine = terminal;
        api = api().at(terminal);
        return this;
    }

    String account() {
        return account;
    }

    SigningKey key() {
        return key;
    }

    Api api() {
        return api == null ? logIn().api : api;
    }

    /** Signs a doc as it stands. */
    ObjectNode sign(JsonNode doc) {
        return Statement.of(((ObjectNode) doc).deepCopy(), key).toJson();
    }

    /** Signs a doc over the chain head that this client sees now. */
    ObjectNode signInTender(String tender, JsonNode doc) {
        var head = visitor.get("/api/core/public/tenders/" + tender + "/chain-head");
        var copy = ((ObjectNode) doc).deepCopy();
        copy.putObject("seen")
                .put("n", head.path("n").asLong())
                .put("hash", head.path("hash").asText());
        return Statement.of(copy, key).toJson();
    }

    /** Keeps the private encryption key that this client made for one key set. */
    void keep(String keySet, BigInteger privateKey) {
        lotKeys.put(keySet, privateKey);
    }

    BigInteger kept(String keySet) {
        return lotKeys.get(keySet);
    }
}
