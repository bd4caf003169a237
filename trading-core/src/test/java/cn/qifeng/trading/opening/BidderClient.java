package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;

import cn.qifeng.trading.tender.domain.PublishedLot;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A bidder's client over HTTP: upload, ticket, seal. */
record BidderClient(TestPerson person, PublishedLot lot) {

    String open(TestBid bid) {
        List<Map<String, Object>> files = bid.sealed().header().files().stream()
                .map(file ->
                        Map.<String, Object>of("n", file.n(), "length", file.length(), "frameCount", file.frameCount()))
                .toList();
        return person.call()
                .body(Map.of("lotId", lot.lot().toString(), "files", files))
                .post("/api/core/uploads")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    ValidatableResponse put(String upload, TestBid.Frame frame) {
        return put(upload, frame.n(), frame.i(), frame.sm3(), frame.bytes());
    }

    ValidatableResponse put(String upload, int n, int i, String sm3, byte[] bytes) {
        return given().auth()
                .oauth2(person.token())
                .contentType("application/octet-stream")
                .header("X-Frame-SM3", sm3)
                .body(bytes)
                .put("/api/core/uploads/" + upload + "/files/" + n + "/frames/" + i)
                .then();
    }

    String upload(TestBid bid) {
        var upload = open(bid);
        bid.frames().forEach(frame -> put(upload, frame).statusCode(204));
        return ticket(upload).statusCode(200).extract().path("ticket");
    }

    ValidatableResponse ticket(String upload) {
        return person.call().post("/api/core/uploads/" + upload + "/ticket").then();
    }

    ValidatableResponse seal(TestBid bid, String ticket) {
        return seal(bid, ticket, UUID.randomUUID().toString());
    }

    ValidatableResponse seal(TestBid bid, String ticket, String requestKey) {
        var base64 = Base64.getEncoder();
        return given().auth()
                .oauth2(person.token())
                .header("Idempotency-Key", requestKey)
                .contentType("application/json")
                .body(Map.of(
                        "lotId", lot.lot().toString(),
                        "header", base64.encodeToString(bid.sealed().headerDer()),
                        "signature", base64.encodeToString(bid.sealed().signature()),
                        "ticket", ticket))
                .post("/api/core/seals")
                .then();
    }
}
