package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.trading.bidding.domain.Traces;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Row of a trace. */
@Entity
@Table(name = "bid_trace")
class TraceRow {

    @Id
    UUID id;

    @Column(name = "lot_ref")
    byte[] lotRef;

    @Enumerated(EnumType.STRING)
    Traces.Kind kind;

    byte[] sealed;
}
