package cn.qifeng.trust.vectors;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.envelope.FixedBids;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Hkdf;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.note.FixedNotes;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** All vectors of the formats, made from constants. */
final class Bes1Vectors {

    private static final String PASSWORD = "vector password 口令";

    private final People people = People.twoOfThree();

    ObjectNode all() throws IOException {
        var json = CanonicalJson.object()
                .put(
                        "about",
                        "Vectors of docs/bid-envelope.md and docs/evidence.md. Every key in this file is a constant made"
                                + " for the vectors and used nowhere else. Made by Bes1VectorsTest.");
        json.set("hash", hash());
        json.set("canonicalJson", canonicalJson());
        json.set("people", people());
        json.set("qs1", signature());
        json.set("keySet", keySet());
        json.set("envelope", FixedBids.vectors(people));
        json.set("note", FixedNotes.vectors(people));
        json.set("keyFile", keyFile());
        json.set("draw", LogVectors.draw());
        json.set("commitments", LogVectors.commitments());
        json.set("entry", LogVectors.entry());
        json.set("tree", LogVectors.tree());
        json.set("head", LogVectors.head(people));
        return json;
    }

    private static ObjectNode hash() {
        var key = Bytes.ascii("key");
        var prk = Hkdf.extract(Bytes.ascii("salt"), Bytes.ascii("secret"));
        return CanonicalJson.object()
                .put("sm3OfAbc", Sm3.hex(Bytes.ascii("abc")))
                .put("hmacKeyHex", Hex.encode(key))
                .put("hmacOfAbc", Hex.encode(Sm3.hmac(key, Bytes.ascii("abc"))))
                .put("hkdfSaltText", "salt")
                .put("hkdfSecretText", "secret")
                .put("hkdfInfoText", "info")
                .put("prk", Hex.encode(prk))
                .put("expand16", Hex.encode(Hkdf.expand(prk, Bytes.ascii("info"), 16)))
                .put("expand48", Hex.encode(Hkdf.expand(prk, Bytes.ascii("info"), 48)));
    }

    private static ObjectNode canonicalJson() {
        var doc = CanonicalJson.object()
                .put("b", 1)
                .put("a", "引号\"与\\与\n与\u0001")
                .put("\uFF5E", true)
                .put("\uD83D\uDE00", -9007199254740991L);
        doc.putNull("空");
        doc.putArray("list").add(1).add("二").addObject().put("z", 0).put("y", false);
        var bytes = CanonicalJson.encode(doc);
        var refused = List.of(
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":1}",
                "{\"a\": 1}",
                "{\"a\":1.0}",
                "{\"a\":-0}",
                "{\"a\":9007199254740992}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\u001F\"}",
                "{\"a\":\"\\ud800\"}");
        var json = CanonicalJson.object()
                .put("canonical", new String(bytes, StandardCharsets.UTF_8))
                .put("sm3", Sm3.hex(bytes));
        json.set("doc", doc);
        var list = json.putArray("refused");
        refused.forEach(list::add);
        return json;
    }

    private ObjectNode people() {
        var json = CanonicalJson.object()
                .put("root", Certificates.base64(people.authority().root()));
        json.set("bidder", person(people.bidderCredential(), people.bidderEncryptionKey()));
        var trustees = json.putArray("trustees");
        for (int x = 1; x <= people.keySet().members().size(); x++) {
            trustees.add(person(people.trustee(x), people.trusteeKey(x)));
        }
        return json;
    }

    private static ObjectNode person(Credential credential, BigInteger encryptionKey) {
        var subject = Certificates.subject(credential.certificate());
        return CanonicalJson.object()
                .put("commonName", subject.commonName())
                .put("organisation", subject.organisation())
                .put("uscc", subject.uscc())
                .put("signKey", Hex.encode(Sm2.bytes32(credential.privateKey())))
                .put("certificate", Certificates.base64(credential.certificate()))
                .put("certificateId", Certificates.id(credential.certificate()))
                .put("encryptionKey", Hex.encode(Sm2.bytes32(encryptionKey)))
                .put("encryptionPublicKey", Hex.encode(Sm2.publicKey(encryptionKey)));
    }

    private ObjectNode signature() {
        var content = "what was signed".getBytes(StandardCharsets.UTF_8);
        var p7s = people.bidder().sign(content);
        var foreign = people.signingKey(people.trustee(1)).sign(Bytes.ascii("something else"));
        var trailing = Arrays.copyOf(p7s, p7s.length + 1);
        var altered = p7s.clone();
        altered[altered.length - 1] ^= 1;
        var json = CanonicalJson.object()
                .put("contentText", "what was signed")
                .put("signature", base64(p7s))
                .put("certificateId", people.bidder().certificateId());
        json.putObject("refused")
                .put("signed something else", base64(foreign))
                .put("trailing byte", base64(trailing))
                .put("altered signature", base64(altered));
        var doc = CanonicalJson.object().put("type", "vector").put("v", 1).put("text", "声明");
        var statement = Statement.of(doc, people.bidder());
        json.set("statement", statement.toJson());
        return json.put("statementHash", statement.hashHex());
    }

    private ObjectNode keySet() {
        var json = CanonicalJson.object().put("id", people.keySet().idHex());
        json.set("doc", people.keySet().toDoc());
        return json;
    }

    private ObjectNode keyFile() {
        var file = new KeyFile(people.bidderCredential(), Optional.of(people.bidderEncryptionKey()));
        var bytes = file.write(PASSWORD.toCharArray(), people.random());
        return CanonicalJson.object()
                .put("password", PASSWORD)
                .put("file", new String(bytes, StandardCharsets.UTF_8))
                .put("holder", "people.bidder");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
