package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.mode.RunningMode;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.keys.VaultFile;
import cn.qifeng.trust.secret.SecretBox;
import cn.qifeng.trust.secret.Vault;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lot keys in the database, wrapped by the vault key, which lies in a file of its own. Unwrapped keys stay in memory:
 * rows are found by trying them.
 */
@ApplicationScoped
class VaultLotKeys implements LotKeys, PanacheRepositoryBase<LotKeyRow, UUID> {

    private static final int TRY = 2;

    private final Vault vault;
    private final Sql sql;
    private final Map<UUID, SecretBox> boxes = new ConcurrentHashMap<>();

    VaultLotKeys(
            @ConfigProperty(name = "qifeng.data") Path data,
            @ConfigProperty(name = "qifeng.vault.file") Optional<Path> configured,
            RunningMode mode,
            Sql sql) {
        this.sql = sql;
        this.vault = VaultFile.open(
                configured.orElse(data.resolve("keys").resolve("vault")), mode.sandbox(), "qifeng.vault.file");
    }

    /** Tries the vault with the start of the service, so that a production without its key does not start. */
    void tryOut(@Observes @Priority(TRY) StartupEvent start) {
        vault.open("trial", vault.newKey("trial").wrap());
    }

    /** A key never changes, only its wrap does; so one that was unwrapped is not asked for again. */
    @Override
    public Optional<LotKey> of(LotId lot) {
        var known = boxes.get(lot.value());
        return known != null ? Optional.of(new LotKey(lot, known)) : row(lot).map(this::toKey);
    }

    @Override
    public LotKey make(LotId lot) {
        return of(lot).orElseGet(() -> {
            try {
                QuarkusTransaction.requiringNew().run(() -> insert(lot));
            } catch (PersistenceException | IllegalStateException other) {
                return of(lot).orElseThrow(() -> other);
            }
            return of(lot).orElseThrow();
        });
    }

    @Override
    public Collection<LotKey> unfrozen() {
        return list("frozen", false).stream().map(this::toKey).toList();
    }

    @Override
    public Map<LotId, Optional<LotKey>> reopened() {
        Map<LotId, Optional<LotKey>> keys = new LinkedHashMap<>();
        for (LotKeyRow row : listAll()) {
            var lot = new LotId(row.lot);
            try {
                keys.put(lot, Optional.of(new LotKey(lot, vault.open(context(row.lot), row.wrapped))));
            } catch (Refused | IllegalArgumentException altered) {
                keys.put(lot, Optional.empty());
            }
        }
        return keys;
    }

    @Override
    public boolean isFrozen(LotId lot) {
        return sql.first(
                        row -> row.getBoolean("frozen"),
                        "select frozen from lot_key where lot = ?",
                        new Sql.Id(lot.value()))
                .orElse(false);
    }

    @Override
    public void frozen(LotId lot) {
        row(lot).orElseThrow().frozen = true;
        flush();
    }

    private void insert(LotId lot) {
        var row = new LotKeyRow();
        row.lot = lot.value();
        row.wrapped = vault.newKey(context(row.lot)).wrap();
        persistAndFlush(row);
    }

    private Optional<LotKeyRow> row(LotId lot) {
        return findByIdOptional(lot.value());
    }

    private LotKey toKey(LotKeyRow row) {
        return new LotKey(
                new LotId(row.lot), boxes.computeIfAbsent(row.lot, lot -> vault.open(context(lot), row.wrapped)));
    }

    private static String context(UUID lot) {
        return "lot " + lot;
    }
}
