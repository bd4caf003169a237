package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.keyset.KeySet;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Replaces key sets of published lots as their agency does (更替密钥组). */
@ApplicationScoped
class Replacements {

    private static final List<String> TRUSTEES = List.of("supervisor", "notary", "operator");
    private static final int ROUNDS_MAX = 50;

    private final Trustees trustees;
    private final TestHall hall;
    private final LotKeySets keySets;
    private final Directory directory;
    private final DueActs dueActs;

    Replacements(Trustees trustees, TestHall hall, LotKeySets keySets, Directory directory, DueActs dueActs) {
        this.trustees = trustees;
        this.hall = hall;
        this.keySets = keySets;
        this.directory = directory;
        this.dueActs = dueActs;
    }

    /** A new ceremony of the lot by the three usual people. */
    KeySet hold(PublishedLot lot) {
        String ceremony = agency().call()
                .body("{\"members\":[\"supervisor\",\"notary\",\"operator\"],\"threshold\":2}")
                .post("/api/core/tenders/" + lot.tender() + "/key-set")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        return trustees.hold(UUID.fromString(ceremony), lot.lot(), TestPerson.of(directory, TRUSTEES));
    }

    /** The doc to sign; {@code deadline} is the moved one, or {@code null}. */
    ValidatableResponse toSign(PublishedLot lot, String reason, Instant deadline) {
        return agency().call()
                .queryParam("reason", reason)
                .queryParam("deadline", deadline == null ? "" : Moments.format(deadline))
                .get(path(lot) + "/to-sign")
                .then();
    }

    ValidatableResponse send(PublishedLot lot, String statement) {
        return agency().call().body(statement).post(path(lot)).then();
    }

    /** Holds a ceremony, replaces the set, and waits until the new one is in force. */
    KeySet replace(PublishedLot lot, Instant deadline) {
        var set = hold(lot);
        var doc = toSign(lot, "保管人密钥介质损坏", deadline).statusCode(200).extract().asByteArray();
        send(lot, agency().sign(hall.seen(lot, CanonicalJson.read(doc)))).statusCode(204);
        for (int i = 0; i < ROUNDS_MAX && !keySets.of(lot).idHex().equals(set.idHex()); i++) {
            dueActs.runRound();
        }
        assertThat(keySets.of(lot).idHex()).isEqualTo(set.idHex());
        return set;
    }

    private TestPerson agency() {
        return TestPerson.of(directory, "agency");
    }

    private static String path(PublishedLot lot) {
        return "/api/core/tenders/" + lot.tender() + "/key-set/replacement";
    }
}
