package cn.qifeng.trust.sign;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Sm3;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Signs documents (签名密钥) as QS1 (docs/evidence.md section 2): a private key, wherever it is held, and its certificates. */
public final class SigningKey {

    private final X509Certificate certificate;
    private final List<X509Certificate> chain;
    private final RawSigner signer;

    private SigningKey(X509Certificate certificate, List<X509Certificate> chain, RawSigner signer) {
        this.certificate = certificate;
        this.chain = List.copyOf(chain);
        this.signer = signer;
    }

    /** A key held in memory. */
    public static SigningKey of(Credential credential) {
        return of(credential, new SecureRandom());
    }

    /** A key held in memory, with the source of the signatures' randomness. */
    public static SigningKey of(Credential credential, SecureRandom random) {
        var signers = ThreadLocal.withInitial(() -> Sm2.signer(credential.privateKey(), random));
        return new SigningKey(
                credential.certificate(),
                credential.chain(),
                content -> signers.get().apply(content));
    }

    /** The signing key of an opened key file. */
    public static SigningKey of(KeyFile file) {
        return of(file.credential());
    }

    /** A key held elsewhere; {@code chain} has the issuers up to, without, the root. */
    public static SigningKey of(X509Certificate certificate, List<X509Certificate> chain, RawSigner signer) {
        return new SigningKey(certificate, chain, signer);
    }

    /** The QS1 signature over {@code content}, DER. */
    public byte[] sign(byte[] content) {
        var attributes = Qs1.signedAttributes(Sm3.of(content));
        var certificates = new ArrayList<X509Certificate>(chain.size() + 1);
        certificates.add(certificate);
        certificates.addAll(chain);
        return Qs1.encode(certificates, certificate, attributes, signer.sign(Qs1.der(attributes)));
    }

    /** The bare signature with SM3 and SM2 over {@code content}, DER of r and s, for structures that carry no CMS. */
    public byte[] signRaw(byte[] content) {
        return signer.sign(content);
    }

    /** The certificate that verifies the signatures. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Id of that certificate in hexadecimal. */
    public String certificateId() {
        return Certificates.id(certificate);
    }
}
