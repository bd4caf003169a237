package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.SeatScene.answer;
import static cn.qifeng.evaluation.SeatScene.draw;
import static cn.qifeng.evaluation.SeatScene.seats;
import static io.restassured.RestAssured.given;

import cn.qifeng.evaluation.site.domain.SampleSites;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** An evaluation at seats of a sub-site, and what its people and the main site do behind its report. */
final class HandoverScene {

    private static final UUID WEST = UUID.randomUUID();
    private static final People.Person SITE_CLERK = People.of("副场经办", "某市交易中心", SampleSites.OPERATOR);
    private static final People.Person CLERK = People.of("主场经办", "主场交易中心", "11330703XX000022X8");

    /** Somebody of the sub-site, and of the main site; both can sign. */
    static final String SUB = TestTokens.of(SITE_CLERK.id(), WEST, SITE_CLERK.certificateId(), Role.SUB_SITE);

    static final String MAIN = TestTokens.of(CLERK.id(), null, CLERK.certificateId(), Role.CENTRE);

    static final byte[] CARDS = "席位单扫描件".repeat(40).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    static final byte[] CHECKS = "身份核验单扫描件".repeat(30).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private HandoverScene() {}

    static void people() {
        TradingCoreInMemory.OPERATORS.put(WEST.toString(), SampleSites.OPERATOR);
        TradingCoreInMemory.STAFF.put(SITE_CLERK.id().toString(), List.of(Role.SUB_SITE, SampleSites.OPERATOR));
        TradingCoreInMemory.STAFF.put(CLERK.id().toString(), List.of(Role.CENTRE, "11330703XX000022X8"));
    }

    /** The seats of a site are booked and drawn for a scene whose panel is there; gives the booking. */
    static String seated(HallScene scene, String site) {
        return seated(scene, SeatScene.wanted(scene.session(), site, 5));
    }

    /** The same with this booking. */
    static String seated(HallScene scene, Map<String, Object> wanted) {
        scene.members().forEach(it -> {
            it.checkIn();
            it.declare(false, "").statusCode(200);
        });
        String booking = SeatScene.post(SeatScene.CENTRE, "/seat-bookings", wanted)
                .statusCode(200)
                .extract()
                .path("id");
        answer(SUB, booking, "confirmation", Map.of()).statusCode(200);
        draw(scene.session()).statusCode(200);
        Eventually.holds(() -> seats(scene.session()).extract().<Integer>path("placed") == 5);
        return booking;
    }

    /** The panel evaluates and signs its report. */
    static void report(HallScene scene) {
        var members = scene.members();
        members.forEach(it -> it.voteFor(members.get(0)));
        members.forEach(it -> it.commit(label -> "30.00").statusCode(204));
        members.forEach(it -> it.reveal().statusCode(204));
        conclude(members);
        Eventually.holds(() -> Sessions.stage(scene.session()).equals("CONCLUDED"));
    }

    /** The review of a panel that revealed: votes on what is above the ceiling, conclusion, signatures. */
    static void conclude(List<Member> members) {
        members.forEach(it -> it.vote(1, true));
        Sessions.conclude(members);
    }

    static ValidatableResponse one(String token, String booking) {
        return SeatScene.get(token, "/handovers/" + booking);
    }

    static ValidatableResponse announce(String booking, byte[] file) {
        return SeatScene.post(
                SUB,
                "/handovers/" + booking + "/files",
                Map.of("sm3", Sm3.hex(file), "name", "扫描件.pdf", "length", file.length));
    }

    static ValidatableResponse part(String booking, byte[] file, int from, int to) {
        return given().auth()
                .oauth2(SUB)
                .contentType(ContentType.BINARY)
                .body(Arrays.copyOfRange(file, from, to))
                .put("/api/evaluation/handovers/" + booking + "/files/" + Sm3.hex(file) + "/parts?offset=" + from)
                .then();
    }

    static void upload(String booking, byte[] file) {
        announce(booking, file).statusCode(200);
        part(booking, file, 0, file.length).statusCode(200);
    }

    static ObjectNode paper(int number, String matter, byte[] scan) {
        var item = item(number, "PAPER", matter, scan);
        return item.put("sheets", 5);
    }

    static ObjectNode disk(int number, byte[] media) {
        return item(number, "MEDIA", "ROOM_CAMERA", media).put("delivery", "CARRIER");
    }

    private static ObjectNode item(int number, String kind, String matter, byte[] file) {
        var item = CanonicalJson.object()
                .put("number", number)
                .put("kind", kind)
                .put("matter", matter)
                .put("sm3", Sm3.hex(file))
                .put("length", file.length)
                .put("delivery", "UPLOADED");
        item.putNull("sheets");
        return item;
    }

    static ValidatableResponse submit(String booking, ObjectNode... items) {
        return submit(SUB, SITE_CLERK, booking, doc -> {
            var list = doc.putArray("items");
            for (ObjectNode item : items) {
                list.add(item);
            }
        });
    }

    static ValidatableResponse submitByAnother(String booking, ObjectNode item) {
        var other = People.of("他人", "另一中心", "11330703XX000022X8");
        var token = TestTokens.of(other.id(), WEST, other.certificateId(), Role.SUB_SITE);
        return submit(token, other, booking, doc -> doc.putArray("items").add(item));
    }

    private static ValidatableResponse submit(
            String token, People.Person person, String booking, Consumer<ObjectNode> own) {
        return signed(
                token, person, "/handovers/" + booking + "/to-sign", "/handovers/" + booking + "/submissions", own);
    }

    /** The main site answers: one reason for each item, empty for what it receives. */
    static ValidatableResponse receive(String booking, String... reasons) {
        var path = "/handovers/" + booking + "/receipt";
        return signed(MAIN, CLERK, path + "/to-sign", path, doc -> {
            ArrayNode rulings = doc.putArray("rulings");
            for (int i = 0; i < reasons.length; i++) {
                rulings.addObject()
                        .put("number", i + 1)
                        .put("accepted", reasons[i].isEmpty())
                        .put("reason", reasons[i]);
            }
            doc.putObject("seen").put("n", 7).put("hash", "0".repeat(64));
        });
    }

    private static ValidatableResponse signed(
            String token, People.Person person, String toSign, String path, Consumer<ObjectNode> own) {
        var asked = SeatScene.get(token, toSign);
        if (asked.extract().statusCode() != 200) {
            return asked;
        }
        var doc = CanonicalJson.read(asked.extract().asByteArray());
        own.accept(doc);
        return SeatScene.as(token)
                .body(CanonicalJson.encode(Statement.of(doc, person.key()).toJson()))
                .post("/api/evaluation" + path)
                .then();
    }

    /** Subjects of the messages to the sub-site's clerk, or the main site's. */
    static List<String> subjects(String token) {
        return SeatScene.get(token, "/messages/mine").statusCode(200).extract().path("subject");
    }

    static JsonNode only(List<JsonNode> entries) {
        if (entries.size() != 1) {
            throw new AssertionError(entries.size() + " entries");
        }
        return entries.get(0);
    }
}
