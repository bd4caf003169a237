package cn.qifeng.bond;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.testkit.TestTokens;
import cn.qifeng.testkit.access.Request;
import cn.qifeng.testkit.access.World;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lots with a bond that its bidder has bought, brought to a phase; and lots before and after their deadline. */
final class ParkedBonds implements World {

    private static final List<String> TIMES = List.of("TENDERING", "DEADLINE_PASSED");
    private static final List<String> BONDS = List.of("ISSUED", "OPENED", "RELEASED");
    private static final long ASKED = 60_000_000;
    private static final String CODE = "91330703XX1395956B";
    private static final UUID ENTITY = TradingCoreInMemory.party("临江市市政建设中心", "91330703XX1079195L");
    private static final UUID AGENCY = TradingCoreInMemory.party("临江招标咨询有限公司", "91330702XX1158387J");
    private static final UUID BIDDER = TradingCoreInMemory.party("临江道桥建设有限公司", CODE);
    private static final UUID OTHER_ENTITY = TradingCoreInMemory.party("望山市市政建设中心", "91330703XX2000002B");
    private static final UUID OTHER_AGENCY = TradingCoreInMemory.party("望山招标咨询有限公司", "91330702XX1475147L");

    private final Map<String, Parked> kept = new HashMap<>();

    private record Parked(String lot, String bond) {}

    @Override
    public List<List<String>> phases() {
        return List.of(TIMES, BONDS);
    }

    @Override
    public Request request(String endpoint, String actor, String phase, boolean own, boolean mayBeKept) {
        if (endpoint.startsWith("POST /api/bond/applications")) {
            var time = phase.equals("TENDERING") ? Duration.ofDays(20) : Duration.ofSeconds(-1);
            return Request.to("/api/bond/applications", token(BIDDER, "bidder")).with(application(lot(time, true)));
        }
        var parked = kept.computeIfAbsent(phase + own, it -> park(phase, own));
        var path = endpoint.split(" ")[1].replace("{lot}", parked.lot()).replace("{id}", parked.bond());
        return Request.to(path, token(actor, own));
    }

    /** Whoever is not the owner of a bond is another bidder; the entity and agency of another lot are the parked one's. */
    private static String token(String actor, boolean own) {
        return switch (actor) {
            case "bidder" -> token(own ? BIDDER : OTHER_ENTITY, "bidder");
            case "tenderer" -> token(ENTITY, "procuring-entity");
            case "agency" -> token(AGENCY, "agency");
            default -> throw new IllegalArgumentException(actor);
        };
    }

    private static String token(UUID party, String role) {
        return TestTokens.of(UUID.nameUUIDFromBytes(party.toString().getBytes()), party, null, role);
    }

    private Parked park(String phase, boolean own) {
        var lot = lot(Duration.ofDays(20), own);
        String bond = given().auth()
                .oauth2(token(BIDDER, "bidder"))
                .contentType("application/json")
                .body(application(lot))
                .post("/api/bond/applications")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        awaitIssued(bond);
        if (BONDS.indexOf(phase) >= 1) {
            var event =
                    CanonicalJson.object().put("tender", lot.required("tender").asText());
            event.putArray("bidders")
                    .addObject()
                    .put("bidId", "ab".repeat(16))
                    .put("name", "临江道桥建设有限公司")
                    .put("uscc", CODE);
            tell(lot, "opened", event);
        }
        if (BONDS.indexOf(phase) >= 2) {
            var event = CanonicalJson.object()
                    .put("tender", lot.required("tender").asText())
                    .put("reason", "CONTRACT");
            tell(lot, "released", event);
        }
        return new Parked(lot.required("lot").asText(), bond);
    }

    private static ObjectNode lot(Duration untilDeadline, boolean own) {
        return TradingCoreInMemory.lot(
                TradingCoreInMemory.PARTIES.get(own ? ENTITY : OTHER_ENTITY),
                TradingCoreInMemory.PARTIES.get(own ? AGENCY : OTHER_AGENCY),
                ASKED,
                untilDeadline);
    }

    private static String application(ObjectNode lot) {
        return "{\"lotId\":\"%s\",\"form\":\"BANK_GUARANTEE\"}"
                .formatted(lot.required("lot").asText());
    }

    private static void awaitIssued(String bond) {
        var state = "";
        for (int i = 0; i < 150 && !state.equals("ISSUED"); i++) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            state = given().auth()
                    .oauth2(token(BIDDER, "bidder"))
                    .get("/api/bond/bonds/mine")
                    .then()
                    .extract()
                    .path("find { it.id == '" + bond + "' }.state");
        }
        assertThat(state).isEqualTo("ISSUED");
    }

    private static void tell(ObjectNode lot, String what, ObjectNode event) {
        given().auth()
                .oauth2(TestTokens.ofService("trading-core"))
                .contentType("application/json")
                .body(event.toString())
                .post("/internal/lots/" + lot.required("lot").asText() + "/" + what)
                .then()
                .statusCode(204);
    }
}
