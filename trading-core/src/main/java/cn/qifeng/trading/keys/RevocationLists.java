package cn.qifeng.trading.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Revocation lists (证书吊销列表) of the authorities: the files {@code *.crl} (DER or PEM) of a folder, which an operator's
 * job fetches from them. A file that is new or changed counts from the next certificate on; one that cannot be read keeps
 * its last readable form, so that a broken download revokes nothing and forgets nothing.
 */
final class RevocationLists {

    private static final Logger LOG = Logger.getLogger(RevocationLists.class);

    private final Path folder;
    private final Map<Path, X509CRL> lists = new TreeMap<>();
    private Map<Path, FileTime> seen = Map.of();

    RevocationLists(Path folder) {
        this.folder = folder;
    }

    synchronized List<X509CRL> current() {
        var present = present();
        if (!present.equals(seen)) {
            lists.keySet().retainAll(present.keySet());
            present.keySet().forEach(this::read);
            seen = present;
        }
        return new ArrayList<>(lists.values());
    }

    private Map<Path, FileTime> present() {
        var files = new TreeMap<Path, FileTime>();
        if (Files.isDirectory(folder)) {
            try (var entries = Files.newDirectoryStream(folder, "*.crl")) {
                for (Path file : entries) {
                    files.put(file, Files.getLastModifiedTime(file));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return files;
    }

    private void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            lists.put(file, (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in));
        } catch (IOException | GeneralSecurityException broken) {
            LOG.errorf("the revocation list %s cannot be read: %s", file, broken.getMessage());
        }
    }
}
