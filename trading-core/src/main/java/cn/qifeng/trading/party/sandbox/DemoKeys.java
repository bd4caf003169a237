package cn.qifeng.trading.party.sandbox;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.cipher.Sm2;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys of the demo people, in a folder below {@code qifeng.data}; key files QKF1 are written when first asked for. */
@ApplicationScoped
class DemoKeys {

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    DemoKeys(@ConfigProperty(name = "qifeng.data", defaultValue = "data") Path data) {
        this.folder = data.resolve("people");
    }

    void save(String account, Credential credential) {
        write(account + ".der", Certificates.der(credential.certificate()));
        write(account + ".key", Sm2.bytes32(credential.privateKey()));
    }

    Optional<Credential> find(String account) {
        Path key = folder.resolve(account + ".key");
        if (!Files.exists(key)) {
            return Optional.empty();
        }
        var certificate = Certificates.parse(read(folder.resolve(account + ".der")));
        return Optional.of(new Credential(Sm2.privateKey(read(key)), certificate, List.of()));
    }

    boolean has(String account) {
        return Files.exists(folder.resolve(account + ".key"));
    }

    /** The key file of a demo person; the account must be one of the demo's. */
    synchronized Optional<byte[]> keyFile(String account, char[] password) {
        Path file = folder.resolve(account + ".qkf");
        if (Files.exists(file)) {
            return Optional.of(read(file));
        }
        return find(account).map(credential -> {
            byte[] bytes = new KeyFile(credential, Optional.of(Sm2.newPrivateKey(random))).write(password, random);
            write(account + ".qkf", bytes);
            return bytes;
        });
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(name + ".part");
            Files.deleteIfExists(part);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(part, content);
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
