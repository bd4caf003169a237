package cn.qifeng.kit.identity;

import cn.qifeng.kit.mode.RunningMode;
import cn.qifeng.kit.service.ServiceClient;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * SM2 keys (签名密钥) with which this service signs, kept as key files in its data folder. The sandbox makes a key at its
 * first use and gets a certificate from the sandbox authority; production finds both in the folder.
 */
@ApplicationScoped
public class Identities {

    private final Path folder;
    private final char[] password;
    private final RunningMode mode;
    private final ServiceClient services;
    private final Map<String, SigningKey> opened = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    Identities(
            @ConfigProperty(name = "qifeng.data") Path data,
            @ConfigProperty(name = "qifeng.service.secret") String password,
            RunningMode mode,
            ServiceClient services) {
        this.folder = data;
        this.password = password.toCharArray();
        this.mode = mode;
        this.services = services;
    }

    /** The key of that name, for the organisation that it stands for. */
    public SigningKey of(String name, Subject subject) {
        return opened.computeIfAbsent(name, key -> read(key).orElseGet(() -> make(key, subject)));
    }

    private Optional<SigningKey> read(String name) {
        var file = folder.resolve(name + ".qkf");
        try {
            return Files.exists(file)
                    ? Optional.of(SigningKey.of(KeyFile.read(Files.readAllBytes(file), password)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SigningKey make(String name, Subject subject) {
        if (!mode.sandbox()) {
            throw new IllegalStateException("production needs the key file " + name + ".qkf in qifeng.data");
        }
        var key = Sm2.newPrivateKey(random);
        var answer = services.post(Services.TRADING_CORE, "/api/core/sandbox/certificates", request(subject, key));
        var certificate = Certificates.parseBase64(
                "certificate", answer.required("certificate").asText());
        var chain = new ArrayList<X509Certificate>();
        answer.path("chain").forEach(issuer -> chain.add(Certificates.parseBase64("chain", issuer.asText())));
        var file = new KeyFile(new Credential(key, certificate, chain), Optional.empty());
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".qkf"), file.write(password, random));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SigningKey.of(file);
    }

    private ObjectNode request(Subject subject, BigInteger key) {
        byte[] point = Sm2.publicKey(key);
        return CanonicalJson.object()
                .put("name", subject.organisation())
                .put("uscc", subject.uscc())
                .put("publicKey", Hex.encode(point))
                .put("proof", Hex.encode(Sm2.sign(key, point, random)));
    }
}
