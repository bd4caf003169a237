package cn.qifeng.launcher.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets of one installation, made at first start, kept in files that only the owner reads. */
final class Secrets {

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Secrets(DataFolder data) {
        this.folder = data.folder("secrets");
    }

    /** A random text of 256 bits under a name; the same one at every start. */
    String text(String name) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[32];
                random.nextBytes(bytes);
                write(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of {@link #text}, for the side that only has to recognise the secret. */
    String sha256(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text(name).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The folder with {@code token-private.pem} and {@code token-public.pem} (P-256), made when missing. */
    Path tokenKeys() {
        var privateKey = folder.resolve("token-private.pem");
        try {
            if (!Files.exists(privateKey)) {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                var pair = generator.generateKeyPair();
                write(folder.resolve("token-public.pem"), pem("PUBLIC KEY", pair.getPublic()));
                write(privateKey, pem("PRIVATE KEY", pair.getPrivate()));
            }
            return folder;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String label, Key key) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** Writes a file that only the owner reads, whole or not at all; a former one is replaced. */
    static void write(Path file, String text) {
        try {
            var part = Files.createTempFile(
                    file.getParent(),
                    ".new",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
