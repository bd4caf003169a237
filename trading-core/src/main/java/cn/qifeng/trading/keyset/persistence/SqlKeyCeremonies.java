package cn.qifeng.trading.keyset.persistence;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.keyset.domain.KeyCeremonies;
import cn.qifeng.trading.keyset.domain.KeyCeremony;
import cn.qifeng.trading.keyset.domain.Seat;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetMember;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Key ceremonies in tables. */
@ApplicationScoped
class SqlKeyCeremonies implements KeyCeremonies {

    private static final String SET = "select id, tender, purpose, owner, threshold from key_set ";

    private final Sql sql;

    SqlKeyCeremonies(Sql sql) {
        this.sql = sql;
    }

    /** A row of the table key_set. */
    private record Head(UUID id, TenderId tender, KeySetPurpose purpose, UUID owner, int threshold) {}

    @Override
    public Optional<KeyCeremony> find(UUID id) {
        return first("where id = ?", id);
    }

    @Override
    public Optional<KeyCeremony> lock(UUID id) {
        return first("where id = ? for update", id);
    }

    @Override
    public Optional<KeyCeremony> ofOwner(UUID owner) {
        return first("where owner = ? order by opened_at desc", owner);
    }

    @Override
    public Optional<KeyCeremony> ofSet(String setId) {
        return first("where set_id = ?", setId);
    }

    @Override
    public List<KeyCeremony> of(PersonId person) {
        return sql
                .list(
                        SqlKeyCeremonies::head,
                        SET + "where id in (select key_set from key_set_member where person = ?)"
                                + " order by opened_at desc",
                        person.value())
                .stream()
                .map(this::complete)
                .toList();
    }

    @Override
    public void add(KeyCeremony ceremony, Instant openedAt) {
        sql.update(
                "insert into key_set (id, tender, purpose, owner, threshold, opened_at) values (?, ?, ?, ?, ?, ?)",
                ceremony.id(),
                ceremony.tender().value(),
                ceremony.purpose().name(),
                ceremony.owner(),
                ceremony.threshold(),
                openedAt);
        ceremony.seats()
                .forEach(seat -> sql.update(
                        "insert into key_set_member (key_set, x, person, name, side, shown, entered)"
                                + " values (?, ?, ?, ?, ?, 0, 0)",
                        ceremony.id(),
                        seat.x(),
                        seat.person().value(),
                        seat.name(),
                        seat.side().name()));
    }

    @Override
    public void save(KeyCeremony ceremony) {
        sql.update(
                "update key_set set set_id = ? where id = ?",
                ceremony.set().map(KeySet::idHex).orElse(null),
                ceremony.id());
        ceremony.seats().forEach(seat -> {
            var offer = seat.offer();
            sql.update(
                    "update key_set_member set certificate = ?, encryption_key = ?, sig = ?, canary = ?, challenge = ?,"
                            + " shown = ? where key_set = ? and x = ?",
                    offer.map(KeySetMember::certificate)
                            .map(Certificates::base64)
                            .orElse(null),
                    offer.map(KeySetMember::encryptionKey).map(Hex::encode).orElse(null),
                    offer.map(KeySetMember::sig).orElse(null),
                    seat.canary(),
                    seat.challenge(),
                    seat.shown() ? 1 : 0,
                    ceremony.id(),
                    seat.x());
        });
    }

    @Override
    public List<Unentered> unentered() {
        return sql.list(
                row -> new Unentered(Sql.uuid(row, "key_set"), row.getInt("x")),
                "select m.key_set, m.x from key_set_member m join key_set s on s.id = m.key_set"
                        + " where m.shown = 1 and m.entered = 0 and s.set_id is not null and s.purpose = 'LOT'"
                        + " order by m.key_set, m.x");
    }

    @Override
    public void entered(UUID id, int x) {
        sql.update("update key_set_member set entered = 1 where key_set = ? and x = ?", id, x);
    }

    private Optional<KeyCeremony> first(String where, Object value) {
        return sql.first(SqlKeyCeremonies::head, SET + where, value).map(this::complete);
    }

    private KeyCeremony complete(Head head) {
        var seats = sql.list(
                SqlKeyCeremonies::seat,
                "select x, person, name, side, certificate, encryption_key, sig, canary, challenge, shown"
                        + " from key_set_member where key_set = ? order by x",
                head.id());
        return new KeyCeremony(head.id(), head.tender(), head.purpose(), head.owner(), head.threshold(), seats);
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                Sql.uuid(row, "id"),
                new TenderId(Sql.uuid(row, "tender")),
                KeySetPurpose.valueOf(row.getString("purpose")),
                Sql.uuid(row, "owner"),
                row.getInt("threshold"));
    }

    private static Seat seat(ResultSet row) throws SQLException {
        int x = row.getInt("x");
        var name = row.getString("name");
        var side = Side.valueOf(row.getString("side"));
        var certificate = row.getString("certificate");
        Optional<KeySetMember> offer = certificate == null
                ? Optional.empty()
                : Optional.of(new KeySetMember(
                        x,
                        name,
                        side,
                        Certificates.parseBase64("certificate", certificate),
                        Hex.decode(row.getString("encryption_key")),
                        row.getString("sig")));
        return new Seat(
                x,
                new PersonId(Sql.uuid(row, "person")),
                name,
                side,
                offer,
                row.getString("canary"),
                row.getString("challenge"),
                row.getInt("shown") == 1);
    }
}
