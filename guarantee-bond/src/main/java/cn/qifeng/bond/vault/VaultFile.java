package cn.qifeng.bond.vault;

import cn.qifeng.kit.mode.RunningMode;
import cn.qifeng.trust.hash.Hex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the vault key from its file; the sandbox makes it at the first start, production must be given one. */
@ApplicationScoped
class VaultFile {

    @Produces
    @Singleton
    Vault vault(
            @ConfigProperty(name = "qifeng.data") Path data,
            @ConfigProperty(name = "qifeng.vault.key-file") Optional<Path> configured,
            RunningMode mode) {
        var file = configured.orElse(data.resolve("bond-vault.key"));
        try {
            if (!Files.exists(file)) {
                if (!mode.sandbox()) {
                    throw new IllegalStateException("production needs the vault key qifeng.vault.key-file");
                }
                make(file);
            }
            return new Vault(Hex.decode(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path file) throws IOException {
        var key = new byte[Vault.KEY];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.getParent());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, owner);
        Files.writeString(file, Hex.encode(key));
    }
}
