package cn.qifeng.trading.keys;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.StockCredential;
import cn.qifeng.trust.cipher.Sm2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of keys that only its owner can read: {@code <name>.key} (32 bytes for SM2, PKCS #8 for RSA),
 * {@code <name>.der} the certificate, {@code <name>.1.der} … its issuers.
 */
final class KeyFolder {

    private final Path directory;

    KeyFolder(Path directory) {
        this.directory = directory;
    }

    Optional<Credential> sm2(String name) {
        return key(name).map(bytes -> new Credential(Sm2.privateKey(bytes), certificate(name), issuers(name)));
    }

    Optional<StockCredential> rsa(String name) {
        return key(name).map(bytes -> {
            try {
                var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
                return new StockCredential(key, certificate(name), issuers(name));
            } catch (GeneralSecurityException other) {
                throw new IllegalStateException(name + ".key is not an RSA key", other);
            }
        });
    }

    void save(String name, Credential credential) {
        write(name + ".der", Certificates.der(credential.certificate()));
        saveIssuers(name, credential.chain());
        write(name + ".key", Sm2.bytes32(credential.privateKey()));
    }

    void save(String name, StockCredential credential) {
        write(name + ".der", Certificates.der(credential.certificate()));
        saveIssuers(name, credential.issuers());
        write(name + ".key", credential.privateKey().getEncoded());
    }

    /** The certificates of a folder below this one, in the order of their names. */
    List<X509Certificate> certificates(String folder) {
        if (!Files.isDirectory(directory.resolve(folder))) {
            return List.of();
        }
        try (var files = Files.list(directory.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".der"))
                    .sorted()
                    .map(file -> Certificates.parse(read(file)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A file with its extension, as it lies there. */
    Optional<byte[]> file(String name) {
        var file = directory.resolve(name);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private Optional<byte[]> key(String name) {
        return file(name + ".key");
    }

    private X509Certificate certificate(String name) {
        return Certificates.parse(read(directory.resolve(name + ".der")));
    }

    private List<X509Certificate> issuers(String name) {
        var issuers = new ArrayList<X509Certificate>();
        for (int i = 1; Files.exists(directory.resolve(name + "." + i + ".der")); i++) {
            issuers.add(certificate(name + "." + i));
        }
        return issuers;
    }

    private void saveIssuers(String name, List<X509Certificate> issuers) {
        for (int i = 0; i < issuers.size(); i++) {
            write(name + "." + (i + 1) + ".der", Certificates.der(issuers.get(i)));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Keeps a file durably. */
    void write(String name, byte[] content) {
        try {
            Files.createDirectories(directory);
            var part = directory.resolve(name + ".part");
            Files.deleteIfExists(part);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(part, content);
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
