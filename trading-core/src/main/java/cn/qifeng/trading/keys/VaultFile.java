package cn.qifeng.trading.keys;

import cn.qifeng.trust.gcrypt.Gcrypt;
import cn.qifeng.trust.secret.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/**
 * Opens a vault (密钥库文件). The sandbox makes the file at its first start. Production must be given one: a vault key that a
 * service made silently would be in no backup, and what it wrapped would be lost with the machine.
 */
public final class VaultFile {

    private VaultFile() {}

    /**
     * The vault in a file.
     *
     * @param setting name of the setting that says where it is, for the sentence of a refusal
     * @throws IllegalStateException in production without the file, or with one that everybody on the machine can read
     */
    public static Vault open(Path file, boolean sandbox, String setting) {
        try {
            if (!sandbox) {
                require(file, setting);
            }
            return Vault.openOrCreate(file, Gcrypt.fastest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(Path file, String setting) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("production needs the vault key " + setting + "; there is no file " + file
                    + ". Make it once and keep a copy: openssl rand -hex 32 > " + file);
        }
        if (Files.size(file) == 0) {
            throw new IllegalStateException("the vault key " + setting + " is empty: " + file);
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            throw new IllegalStateException(
                    "everybody on the machine can read the vault key " + setting + ": chmod o-r " + file);
        }
    }
}
