package cn.qifeng.trading.keys;

import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.StockAuthority;
import cn.qifeng.trust.cert.StockCredential;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.ses.ElectronicSeal;
import cn.qifeng.trust.sign.SigningKey;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keys with which the platform itself signs (平台密钥). In the sandbox they are made at the first start below
 * {@code qifeng.data}, with certificates of the sandbox's own authority; in production they must already lie in
 * {@code qifeng.keys.directory}, beside the roots of licensed authorities in its folder {@code roots} and their revocation
 * lists in {@code crls}.
 */
@ApplicationScoped
public class PlatformKeys {

    private static final Logger LOG = Logger.getLogger(PlatformKeys.class);
    private static final int READ = 2;
    private static final Duration KEY_AGE = Duration.ofDays(3650);
    private static final String OUTSIDE_STAMPS = "time-stamps";
    private static final String ORGANISATION = "启封交易平台";

    private final CertificateAuthority authority;
    private final StockAuthority stockAuthority;
    private final List<X509Certificate> roots;
    private final RevocationLists revocations;
    private final SigningKey log;
    private final SigningKey receipt;
    private final SigningKey seal;
    private final ElectronicSeal electronicSeal;
    private final StockCredential stockSeal;
    private final StockCredential timeStamp;
    private final KeyFolder folder;

    PlatformKeys(
            @ConfigProperty(name = "qifeng.mode", defaultValue = "PRODUCTION") String mode,
            @ConfigProperty(name = "qifeng.data", defaultValue = "data") Path data,
            @ConfigProperty(name = "qifeng.keys.directory") Optional<Path> configured) {
        boolean sandbox = "SANDBOX".equals(mode);
        var directory = configured.orElse(data.resolve("keys"));
        var now = Instant.now();
        this.folder = new KeyFolder(directory);
        this.authority = sandbox ? openAuthority(directory.resolve("ca"), now) : null;
        this.stockAuthority = sandbox ? openStockAuthority(directory.resolve("ca"), now) : null;
        this.log = SigningKey.of(signer(folder, "log", "启封存证日志", now));
        this.receipt = SigningKey.of(signer(folder, "receipt", "启封投标回执", now));
        this.seal = SigningKey.of(signer(folder, "seal", "启封平台电子签章", now));
        this.electronicSeal = SealFile.of(folder, seal, sandbox, now).orElse(null);
        this.stockSeal = folder.rsa("stock-seal").orElseGet(() -> sandbox ? stockSeal(folder, now) : null);
        this.timeStamp = folder.rsa("time-stamp").orElseGet(() -> {
            var made = required(stockAuthority, "time-stamp")
                    .issueTimeStampAuthority("Qifeng sandbox time stamps", now, now.plus(KEY_AGE));
            folder.save("time-stamp", made);
            return made;
        });
        this.roots = sandbox ? List.of(authority.root(), stockAuthority.root()) : licensed(folder, directory);
        this.revocations = new RevocationLists(directory.resolve("crls"));
    }

    /** Reads the keys with the service, so that a production without them does not start. */
    void read(@Observes @Priority(READ) StartupEvent start) {
        LOG.infof(
                "%d trusted roots, %d revocation lists",
                roots.size(), revocations.current().size());
    }

    private static List<X509Certificate> licensed(KeyFolder folder, Path directory) {
        var roots = folder.certificates("roots");
        if (roots.isEmpty()) {
            throw new IllegalStateException("production needs the roots of licensed authorities as *.der in "
                    + directory.resolve("roots") + "; without them nobody who signs can log in");
        }
        return roots;
    }

    /** Revocation lists of the trusted authorities, as they are now. */
    public List<X509CRL> revocations() {
        return revocations.current();
    }

    /** The sandbox's authority; throws {@link IllegalStateException} in production, which has none. */
    public CertificateAuthority sandboxAuthority() {
        return required(authority, "sandbox authority");
    }

    /** The sandbox's authority for what stock tools must understand: time stamps and TLS. */
    public StockAuthority sandboxStockAuthority() {
        return required(stockAuthority, "sandbox authority");
    }

    /** Roots that this platform trusts. */
    public List<X509Certificate> roots() {
        return new ArrayList<>(roots);
    }

    /** Signs heads of the log. */
    public SigningKey log() {
        return log;
    }

    /** Signs receipts of bids. */
    public SigningKey receipt() {
        return receipt;
    }

    /** Seals official documents (平台电子签章). */
    public SigningKey seal() {
        return seal;
    }

    /** The seal that documents carry as OFD (电子印章); production may do without. */
    public Optional<ElectronicSeal> electronicSeal() {
        return Optional.ofNullable(electronicSeal);
    }

    /** Seals the same documents for readers that know no SM2; production may do without. */
    public Optional<StockCredential> stockSeal() {
        return Optional.ofNullable(stockSeal);
    }

    /** Key and certificate of the embedded time-stamp authority. */
    public StockCredential timeStamp() {
        return timeStamp;
    }

    /** Certificates under which an outside time-stamp authority may stamp: {@code time-stamps/NAME/*.der}. */
    public List<X509Certificate> outsideTimeStamps(String name) {
        return folder.certificates(OUTSIDE_STAMPS + "/" + name);
    }

    private Credential signer(KeyFolder folder, String name, String commonName, Instant now) {
        return folder.sm2(name).orElseGet(() -> {
            var made = required(authority, name)
                    .issueWithKey(new Subject(commonName, ORGANISATION, null), now, now.plus(KEY_AGE));
            folder.save(name, made);
            return made;
        });
    }

    private StockCredential stockSeal(KeyFolder folder, Instant now) {
        var made = stockAuthority.issueDocumentSigner("Qifeng sandbox document seal", now, now.plus(KEY_AGE));
        folder.save("stock-seal", made);
        return made;
    }

    private static <T> T required(T value, String name) {
        if (value == null) {
            throw new IllegalStateException("production needs the key " + name + ".key with its certificate " + name
                    + ".der in qifeng.keys.directory");
        }
        return value;
    }

    private static CertificateAuthority openAuthority(Path directory, Instant now) {
        try {
            return CertificateAuthority.openOrCreate(directory, "启封沙箱根证书", now);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static StockAuthority openStockAuthority(Path directory, Instant now) {
        try {
            return StockAuthority.openOrCreate(directory, "Qifeng sandbox stock root", now);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
