package cn.qifeng.launcher.demo;

import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.cli.seal.KeySetsInForce;
import cn.qifeng.cli.seal.Publication;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** One tender on its way: who takes part, what it is called, and how to wait for the platform. */
final class Tour {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String EVALUATION = "/api/evaluation/sessions/";

    private final Api visitor;
    private final Map<String, JsonNode> people = new HashMap<>();
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    String tender;
    String lot;
    String session;

    Tour(Api visitor) {
        this.visitor = visitor;
        visitor.get("/api/core/sandbox/people")
                .path("people")
                .forEach(person -> people.put(person.path("account").asText(), person));
    }

    Api visitor() {
        return visitor;
    }

    /** A demo person at its own client, logged in anew. */
    Actor actor(String account) {
        return actors.computeIfAbsent(account, this::open).logIn();
    }

    /** What the sandbox tells of an account. */
    JsonNode person(String account) {
        return people.get(account);
    }

    /** Account of the expert of this name, or {@code null}. */
    String named(String name) {
        return people.values().stream()
                .filter(person -> person.path("name").asText().equals(name))
                .map(person -> person.path("account").asText())
                .findFirst()
                .orElse(null);
    }

    /** Accounts with a role and a demo key file, in the order of their names. */
    List<String> accounts(String role) {
        return people.values().stream()
                .filter(person -> person.path("keyFile").asBoolean())
                .filter(person -> person.path("roles").toString().contains("\"" + role + "\""))
                .map(person -> person.path("account").asText())
                .sorted()
                .toList();
    }

    private Actor open(String account) {
        var person = people.get(account);
        var file = visitor.bytes("/api/core/sandbox/people/" + account + "/key-file");
        return Actor.of(account, file, person.path("keyFilePassword").asText(), visitor);
    }

    /** Legal time. */
    Instant now() {
        return Instant.parse(visitor.get("/api/core/clock").path("legal").asText());
    }

    /** The platform's trust file as it stands now; a client of a real tender brings its own. */
    TrustFile trust() {
        return TrustFile.from(visitor.get("/api/core/trust-file")).verify();
    }

    /** The publication of the tender as a bidder's client verifies it, once it is under a published head. */
    Publication publication(TrustFile trust) {
        var downloaded = visitor.get("/api/core/public/tenders/" + tender);
        var hash = downloaded.path("tender").path("publicationHash").asText();
        var published = Publication.verify(
                downloaded, await(visitor, "/api/core/log/proofs/" + hash, it -> it.has("leaf")), trust);
        return KeySetsInForce.of(published, visitor.get("/api/core/lots/" + published.lot() + "/key-sets"), trust);
    }

    /** Moves the sandbox clock to a moment, unless it is past it already. */
    void moveTo(Instant moment) {
        if (now().isBefore(moment)) {
            visitor.post("/api/core/sandbox/clock", CanonicalJson.object().put("to", moment.toString()));
        }
    }

    /** Asks until the answer is as wanted; the platform may be busy, never for longer than two minutes. */
    JsonNode await(Api api, String path, Predicate<JsonNode> wanted) {
        var until = Instant.now().plus(PATIENCE);
        JsonNode last = null;
        while (Instant.now().isBefore(until)) {
            last = getIfThere(api, path);
            if (last != null && wanted.test(last)) {
                return last;
            }
            pause();
        }
        throw new DemoFailed("GET " + path, "not as wanted after " + PATIENCE.toSeconds() + " s: " + last, null);
    }

    private static JsonNode getIfThere(Api api, String path) {
        try {
            return api.get(path);
        } catch (ApiFailed failed) {
            if (failed.notFound() || failed.passing()) {
                return null;
            }
            throw failed;
        }
    }

    String evaluation(String below) {
        return EVALUATION + session + below;
    }

    String inLot(String below) {
        return "/api/core/lots/" + lot + below;
    }

    /** A doc that the server prepared for signing; some calls wrap it in {@code doc}. */
    static ObjectNode doc(JsonNode toSign) {
        return (ObjectNode) (toSign.path("doc").isObject() ? toSign.path("doc") : toSign);
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("wait", "interrupted", e);
        }
    }
}
