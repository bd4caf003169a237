package cn.qifeng.kit.identity;

import cn.qifeng.kit.service.ServiceClient;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.sign.Signed;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The platform's roots (根证书) as its trust file names them, read again after some minutes. */
@ApplicationScoped
public class Roots {

    private static final Duration AGE_MAX = Duration.ofMinutes(5);

    private final ServiceClient services;
    private volatile List<X509Certificate> roots = List.of();
    private volatile Instant readAt = Instant.EPOCH;

    Roots(ServiceClient services) {
        this.services = services;
    }

    /** Refuses a signer whose certificate does not chain to a root at {@code legalNow}. */
    public void check(Signed signed, Instant legalNow) {
        new CertificatePath(current()).checkSigner(signed.certificate(), signed.chain(), legalNow);
    }

    private List<X509Certificate> current() {
        if (roots.isEmpty() || readAt.plus(AGE_MAX).isBefore(Instant.now())) {
            var file = services.get(Services.TRADING_CORE, "/api/core/trust-file");
            var read = new ArrayList<X509Certificate>();
            file.required("doc")
                    .required("roots")
                    .forEach(root -> read.add(Certificates.parseBase64("roots", root.asText())));
            roots = List.copyOf(read);
            readAt = Instant.now();
        }
        return roots;
    }
}
