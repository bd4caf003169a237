package cn.qifeng.trust.cert;

import cn.qifeng.trust.cipher.Sm2;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/** Keeps the roots of the sandbox in a folder that only its owner can read. */
final class AuthorityStore {

    private final Path directory;

    AuthorityStore(Path directory) {
        this.directory = directory;
    }

    Optional<Credential> loadSm2() throws IOException {
        if (!Files.exists(directory.resolve("sm2-root.der"))) {
            return Optional.empty();
        }
        var key = Sm2.privateKey(Files.readAllBytes(directory.resolve("sm2-root.key")));
        var certificate = Certificates.parse(Files.readAllBytes(directory.resolve("sm2-root.der")));
        return Optional.of(new Credential(key, certificate, List.of()));
    }

    Optional<StockCredential> loadStock() throws IOException {
        if (!Files.exists(directory.resolve("rsa-root.der"))) {
            return Optional.empty();
        }
        var certificate = Certificates.parse(Files.readAllBytes(directory.resolve("rsa-root.der")));
        var encoded = new PKCS8EncodedKeySpec(Files.readAllBytes(directory.resolve("rsa-root.key")));
        try {
            var key = KeyFactory.getInstance("RSA").generatePrivate(encoded);
            return Optional.of(new StockCredential(key, certificate, List.of()));
        } catch (GeneralSecurityException other) {
            throw new IOException("rsa-root.key is not an RSA key", other);
        }
    }

    void save(Credential root) throws IOException {
        write("sm2-root.key", Sm2.bytes32(root.privateKey()));
        write("sm2-root.der", Certificates.der(root.certificate()));
    }

    void save(StockCredential root) throws IOException {
        write("rsa-root.key", root.privateKey().getEncoded());
        write("rsa-root.der", Certificates.der(root.certificate()));
    }

    private void write(String name, byte[] content) throws IOException {
        Files.createDirectories(directory);
        var part = directory.resolve(name + ".part");
        Files.deleteIfExists(part);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(part, content);
        Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
