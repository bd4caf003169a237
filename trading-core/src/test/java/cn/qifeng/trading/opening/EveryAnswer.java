package cn.qifeng.trading.opening;

import cn.qifeng.testkit.TestTokens;
import cn.qifeng.testkit.access.Doorway;
import cn.qifeng.trading.keyset.application.KeySets;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Asks everything that the access matrix knows about a lot, as everybody: who is logged in as nobody, one person of each
 * role, and a service. Acts are asked with an empty body, so that they are judged and refused.
 */
@ApplicationScoped
class EveryAnswer {

    /** Beside the matrix: what the framework itself serves. */
    private static final List<String> BESIDE = List.of("/q/health", "/q/metrics", "/q/openapi", "/q/info", "/q/dev-ui");

    /** Logins, what moves the sandbox, and the record of who was refused, which grows with every question. */
    private static final List<String> LEFT_OUT = List.of(
            "/api/core/sessions",
            "/api/core/security-events",
            "/api/core/sandbox",
            "/internal/tokens",
            "/internal/heads",
            "/internal/evidence");

    private final Directory directory;
    private final KeySets keySets;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Doorway> doorways = Doorway.in(EveryAnswer.class.getResourceAsStream("/access-matrix.csv"));

    EveryAnswer(Directory directory, KeySets keySets) {
        this.directory = directory;
        this.keySets = keySets;
    }

    /** Who asks what; the path with all ids in it. */
    record Question(String who, String method, String template, String path) {

        String name() {
            return who + ": " + method + " " + template;
        }
    }

    /** What everybody is answered about a lot. */
    Map<Question, HttpResponse<byte[]>> about(PublishedLot lot) {
        var answers = new LinkedHashMap<Question, HttpResponse<byte[]>>();
        everybody().forEach((who, token) -> {
            for (var question : questions(who, lot)) {
                answers.put(question, ask(question, token));
            }
        });
        return answers;
    }

    /** People who have nothing to do with any bid. */
    private Map<String, String> everybody() {
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("nobody", null);
        for (var account :
                List.of("tenderer", "agency", "bidder7", "award1", "supervisor", "notary", "operator", "issuer")) {
            tokens.put(account, TestPerson.of(directory, account).token());
        }
        for (var role : List.of("expert", "centre", "system-admin", "security-admin", "audit-admin")) {
            tokens.put(role, TestTokens.of(role));
        }
        tokens.put("service", TestTokens.ofService("remote-evaluation"));
        return tokens;
    }

    private List<Question> questions(String who, PublishedLot lot) {
        var questions = new ArrayList<Question>();
        var set = keySets.ofOwner(lot.lot().value()).orElseThrow().id();
        for (var doorway : doorways) {
            boolean reads = doorway.method().equals("GET");
            boolean aboutTheLot =
                    doorway.path().contains("{lot}") || doorway.path().contains("/tenders/{id}");
            if (!doorway.method().equals("WS")
                    && (reads || aboutTheLot)
                    && LEFT_OUT.stream().noneMatch(doorway.path()::startsWith)) {
                var path = doorway.path()
                        .replace("/tenders/{id}", "/tenders/" + lot.tender())
                        .replace("/key-sets/{id}", "/key-sets/" + set)
                        .replace("{tender}", lot.tender().toString())
                        .replace("{lot}", lot.lot().toString())
                        .replace("{contentHash}", lot.publicationHash())
                        .replace("{sm3}", "ab".repeat(32))
                        .replace("{bidId}", "ab".repeat(16))
                        .replace("{kind}", "opening")
                        .replaceAll("\\{[ni]}", "1")
                        .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
                questions.add(new Question(who, doorway.method(), doorway.path(), path));
            }
        }
        questions.add(new Question(who, "GET", "own bids", "/api/core/bids/mine?lot=" + lot.lot()));
        questions.add(new Question(
                who, "GET", "whole package", "/api/core/tenders/" + lot.tender() + "/package?cut=SUPERVISOR"));
        BESIDE.forEach(path -> questions.add(new Question(who, "GET", path, path)));
        return questions;
    }

    private HttpResponse<byte[]> ask(Question question, String token) {
        var address = URI.create("http://127.0.0.1:" + RestAssured.port + question.path());
        boolean reads = question.method().equals("GET") || question.method().equals("DELETE");
        var request = HttpRequest.newBuilder(address)
                .header("Accept", "*/*")
                .method(question.method(), reads ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (!reads) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(question.name(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
