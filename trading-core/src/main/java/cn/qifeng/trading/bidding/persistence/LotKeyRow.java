package cn.qifeng.trading.bidding.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** Row of a lot key, wrapped by the vault key. */
@Entity
@Table(name = "lot_key")
class LotKeyRow {

    @Id
    UUID lot;

    byte[] wrapped;

    boolean frozen;

    @Version
    int version;
}
