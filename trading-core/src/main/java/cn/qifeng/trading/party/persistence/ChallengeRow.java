package cn.qifeng.trading.party.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One challenge that was given and not yet used. */
@Entity
@Table(name = "login_challenge")
class ChallengeRow {

    @Id
    String challenge;

    @Column(name = "ends_at")
    Instant endsAt;
}
