package cn.qifeng.trust.secret;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The vault (密钥库): wraps the keys of lots under vault keys that are kept in a file outside the database, newest
 * first. Rotation adds a key; what was wrapped under an older one opens until it is wrapped again.
 */
public final class Vault {

    private static final int ID = 8;

    private final Path file;
    private final Sm4Provider sm4;
    private final SecureRandom random;
    private List<byte[]> keys;

    private Vault(Path file, List<byte[]> keys, Sm4Provider sm4, SecureRandom random) {
        this.file = file;
        this.keys = keys;
        this.sm4 = sm4;
        this.random = random;
    }

    /** The vault in {@code file}, one key in hexadecimal a line; makes the file when there is none. */
    public static Vault openOrCreate(Path file, Sm4Provider sm4) throws IOException {
        var random = new SecureRandom();
        if (Files.exists(file)) {
            var keys = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(Hex::decode)
                    .toList();
            return new Vault(file, keys, sm4, random);
        }
        var vault = new Vault(file, List.of(), sm4, random);
        vault.rotate();
        return vault;
    }

    /** Adds a new key, under which all is wrapped from now on. */
    public synchronized void rotate() throws IOException {
        var more = new ArrayList<byte[]>();
        more.add(SecretBox.newKey(random));
        more.addAll(keys);
        save(more);
        keys = List.copyOf(more);
    }

    /** A fresh key for a lot, and its wrap for the database. */
    public Wrapped newKey(String context) {
        var key = SecretBox.newKey(random);
        return new Wrapped(box(key), wrap(context, key));
    }

    /** A box of a lot with the wrap of its key. */
    public record Wrapped(SecretBox box, byte[] wrap) {}

    /** Wraps a key of 32 bytes under the newest vault key, bound to {@code context}. */
    public synchronized byte[] wrap(String context, byte[] key) {
        var newest = keys.get(0);
        return Bytes.concat(id(newest), box(newest).seal(context, key));
    }

    /** The box of a wrapped key; refuses with {@code trust/forged} when no vault key fits. */
    public SecretBox open(String context, byte[] wrap) {
        return box(unwrap(context, wrap));
    }

    /** The same wrap under the newest vault key. */
    public byte[] rewrap(String context, byte[] wrap) {
        return wrap(context, unwrap(context, wrap));
    }

    private synchronized byte[] unwrap(String context, byte[] wrap) {
        for (var key : keys) {
            if (wrap.length > ID && Bytes.same(id(key), Arrays.copyOf(wrap, ID))) {
                return box(key).open(context, Arrays.copyOfRange(wrap, ID, wrap.length));
            }
        }
        throw TrustRefusal.FORGED.at("wrap", "unknown vault key", "a key of the vault");
    }

    private SecretBox box(byte[] key) {
        return new SecretBox(key, sm4, random);
    }

    private static byte[] id(byte[] key) {
        return Arrays.copyOf(Sm3.of(Bytes.ascii("QV1 id"), key), ID);
    }

    private void save(List<byte[]> all) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(part);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(part, all.stream().map(Hex::encode).toList());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
