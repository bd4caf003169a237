package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.HandoverScene.CARDS;
import static cn.qifeng.evaluation.HandoverScene.disk;
import static cn.qifeng.evaluation.HandoverScene.paper;
import static cn.qifeng.evaluation.HandoverScene.receive;
import static cn.qifeng.evaluation.HandoverScene.submit;
import static cn.qifeng.evaluation.HandoverScene.upload;

import cn.qifeng.evaluation.site.domain.SampleSites;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.testkit.access.Request;
import cn.qifeng.trust.hash.Sm3;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Handovers that both sides have taken to a state. */
final class ParkedHandovers {

    static final List<String> PHASES = List.of("DUE", "SUBMITTED", "RETURNED", "RECEIVED");

    private static final String STRANGER =
            TestTokens.of(UUID.randomUUID(), UUID.randomUUID(), "ab".repeat(32), Role.SUB_SITE);
    private static final Duration HOURS = Duration.ofHours(8);

    private final Map<String, String> bookings = new HashMap<>();

    Request request(String endpoint, String actor, String phase, boolean own) {
        var booking = bookings.computeIfAbsent(phase.equals("any") ? "DUE" : phase, ParkedHandovers::park);
        var path = endpoint.split(" ")[1].replace("{booking}", booking).replace("{sm3}", Sm3.hex(CARDS));
        return Request.to(path, token(actor, own))
                .with(
                        path.endsWith("/files")
                                ? "{\"sm3\":\"%s\",\"name\":\"扫描件.pdf\",\"length\":%d}"
                                        .formatted(Sm3.hex(CARDS), CARDS.length)
                                : "{}");
    }

    private static String token(String actor, boolean own) {
        return switch (actor) {
            case "sub-site" -> own ? HandoverScene.SUB : STRANGER;
            case "supervisor" -> HallScene.SUPERVISOR;
            default -> HandoverScene.MAIN;
        };
    }

    /** A booking of tomorrow, so that no clock is moved for it. */
    private static String park(String phase) {
        HandoverScene.people();
        var site = SeatScene.add("P", "SUB", SampleSites.OPERATOR, "o.o.o", ".....", "o.o.o");
        var scene = HallScene.accepted();
        var from = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(25));
        var wanted = SeatScene.wanted(scene.session(), site, 5, from, from.plus(HOURS));
        var booking = HandoverScene.seated(scene, wanted);
        HandoverScene.report(scene);
        if (!phase.equals("DUE")) {
            upload(booking, CARDS);
            submit(booking, paper(1, "SIGN_IN", CARDS), disk(2, CARDS)).statusCode(200);
        }
        if (phase.equals("RETURNED")) {
            receive(booking, "", "光盘无法读取").statusCode(200);
        } else if (phase.equals("RECEIVED")) {
            receive(booking, "", "").statusCode(200);
        }
        return booking;
    }
}
