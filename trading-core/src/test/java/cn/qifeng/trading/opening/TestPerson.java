package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.testkit.DemoKeys;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** A demo person with its certificate and a token. */
public record TestPerson(PersonId id, String account, SigningKey key, String token, String name) {

    public static TestPerson of(Directory directory, String account) {
        byte[] file = given().get("/api/core/sandbox/people/" + account + "/key-file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var key = SigningKey.of(DemoKeys.open(file));
        var person = directory.account(account).orElseThrow();
        var party = directory.party(person.party().orElseThrow());
        var token = TestTokens.of(
                person.id().value(),
                party.id().value(),
                key.certificateId(),
                person.roles().names().toArray(String[]::new));
        return new TestPerson(person.id(), account, key, token, party.name());
    }

    public static List<TestPerson> of(Directory directory, List<String> accounts) {
        return accounts.stream().map(account -> of(directory, account)).toList();
    }

    public RequestSpecification call() {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    public String sign(ObjectNode doc) {
        return Statement.of(doc, key).toJson().toString();
    }
}
