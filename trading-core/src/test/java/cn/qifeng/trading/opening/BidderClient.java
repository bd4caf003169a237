package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;

import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A bidder's client over HTTP: upload, ticket, seal. */
public record BidderClient(TestPerson person, PublishedLot lot) {

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

    public String upload(TestBid bid) {
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

    public ValidatableResponse seal(TestBid bid, String ticket, String requestKey) {
        return seal(bid.sealed().headerDer(), bid.sealed().signature(), ticket, requestKey);
    }

    ValidatableResponse seal(byte[] header, byte[] signature, String ticket, String requestKey) {
        return given().auth()
                .oauth2(person.token())
                .header("Idempotency-Key", requestKey)
                .contentType("application/json")
                .body(body(header, signature, ticket))
                .post("/api/core/seals")
                .then();
    }

    /** A seal as it goes over the wire. */
    String body(byte[] header, byte[] signature, String ticket) {
        var base64 = Base64.getEncoder();
        return CanonicalJson.object()
                .put("lotId", lot.lot().toString())
                .put("header", base64.encodeToString(header))
                .put("signature", base64.encodeToString(signature))
                .put("ticket", ticket)
                .toString();
    }
}
