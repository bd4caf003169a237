package cn.qifeng.trading.tender.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity(name = "SerialCounter")
@Table(name = "serial_counter")
class SerialRow {

    @Id
    @Column(length = 60)
    String name;

    @Column(name = "last_given", nullable = false)
    int lastGiven;
}
