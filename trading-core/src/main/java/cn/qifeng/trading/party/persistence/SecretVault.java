package cn.qifeng.trading.party.persistence;

import cn.qifeng.kit.mode.RunningMode;
import cn.qifeng.trading.keys.VaultFile;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.secret.Vault;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals the one-time-code secrets of staff before they rest in the database (口令密钥静态加密), each under a key of its
 * own that a vault key wraps. The vault key lies in a file beside the platform's keys, so that a dump of the tables
 * makes no code.
 */
@ApplicationScoped
class SecretVault {

    private static final int TRY = 2;
    private static final char SEPARATOR = '.';

    private final Vault vault;

    SecretVault(
            @ConfigProperty(name = "qifeng.data", defaultValue = "data") Path data,
            @ConfigProperty(name = "qifeng.login-vault.file") Optional<Path> configured,
            RunningMode mode) {
        this.vault = VaultFile.open(
                configured.orElse(data.resolve("keys").resolve("login-vault")),
                mode.sandbox(),
                "qifeng.login-vault.file");
    }

    /** Tries the vault with the start of the service, so that a production without its key does not start. */
    void tryOut(@Observes @Priority(TRY) StartupEvent start) {
        vault.open("trial", vault.newKey("trial").wrap());
    }

    /** Wrapped key and box in hexadecimal, bound to the person. */
    String seal(String person, String secret) {
        var wrapped = vault.newKey(context(person));
        byte[] box = wrapped.box().seal(context(person), secret.getBytes(StandardCharsets.UTF_8));
        return Hex.encode(wrapped.wrap()) + SEPARATOR + Hex.encode(box);
    }

    /** Whether a column holds a sealed secret; what was written before secrets were sealed is base32 in clear. */
    static boolean sealed(String column) {
        return column.indexOf(SEPARATOR) >= 0;
    }

    /** The secret; refuses with {@code trust/forged} what was sealed for somebody else or under another vault. */
    String open(String person, String column) {
        if (!sealed(column)) {
            return column;
        }
        int cut = column.indexOf(SEPARATOR);
        var box = vault.open(context(person), Hex.decode(column.substring(0, cut)));
        return new String(box.open(context(person), Hex.decode(column.substring(cut + 1))), StandardCharsets.UTF_8);
    }

    private static String context(String person) {
        return "one-time codes of " + person;
    }
}
