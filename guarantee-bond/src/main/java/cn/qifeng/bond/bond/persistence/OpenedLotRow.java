package cn.qifeng.bond.bond.persistence;

import cn.qifeng.bond.bond.domain.OpenedLot;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One opened lot. */
@Entity
@Table(name = "opened_lot")
class OpenedLotRow {

    @Id
    @Column(length = 36)
    String lot;

    String tender;

    @Column(name = "procuring_entity")
    String procuringEntity;

    String agency;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "released_at")
    Instant releasedAt;

    OpenedLot toDomain() {
        return new OpenedLot(LotId.of(lot), TenderId.of(tender), procuringEntity, agency, openedAt, releasedAt);
    }

    void take(OpenedLot opened) {
        lot = opened.lot().toString();
        tender = opened.tender().toString();
        procuringEntity = opened.procuringEntity();
        agency = opened.agency();
        openedAt = opened.openedAt();
        releasedAt = opened.releasedAt();
    }
}
