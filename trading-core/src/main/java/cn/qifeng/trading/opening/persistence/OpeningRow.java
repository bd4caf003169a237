package cn.qifeng.trading.opening.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** Row of an opening: its state by name, and that state's data as JSON. */
@Entity
@Table(name = "bid_opening")
class OpeningRow {

    @Id
    UUID lot;

    String state;

    @Column(columnDefinition = "text")
    String data;

    @Version
    long version;
}
