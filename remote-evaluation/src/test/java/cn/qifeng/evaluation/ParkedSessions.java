package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.testkit.access.Request;
import cn.qifeng.testkit.access.World;
import cn.qifeng.trust.json.CanonicalJson;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Sessions that their members have taken to a phase: the first four are states of the seats while the panel forms. */
final class ParkedSessions implements World {

    private static final List<String> PHASES = List.of(
            "INVITED",
            "ACCEPTED",
            "CHECKED_IN",
            "SEATED",
            "SCORING",
            "REVEALING",
            "REVIEWING",
            "REPORTING",
            "CONCLUDED");

    /** While judgements are written, and while the panel decides on them. */
    private static final List<String> SCREENING = List.of("JUDGING", "SETTLING");

    /** Acts that change the session for the next request, and that nothing takes back. */
    private static final Set<String> MOVING =
            Set.of("invitation", "check-in", "leader-votes", "conclusion", "replacement", "rejections");

    private static final String SUPERVISOR = TestTokens.of(UUID.randomUUID(), null, "ab".repeat(32), Role.SUPERVISOR);

    private final ParkedHandovers handovers = new ParkedHandovers();
    private final Map<String, Parked> kept = new HashMap<>();
    private final Set<String> frozen = new HashSet<>();

    /** A session with its five members; the second one leads. */
    private record Parked(String id, List<Member> members) {

        String lot() {
            return members.get(0).read("").path("lot").asText();
        }
    }

    @Override
    public List<List<String>> phases() {
        return List.of(PHASES, SCREENING, ParkedHandovers.PHASES);
    }

    @Override
    public Request request(String endpoint, String actor, String phase, boolean own, boolean mayBeKept) {
        if (endpoint.contains("/handovers")) {
            return handovers.request(endpoint, actor, phase, own);
        }
        var wanted = phase.equals("any") ? "SCORING" : phase;
        var act = endpoint.substring(endpoint.lastIndexOf('/') + 1);
        boolean moves = own && !mayBeKept && endpoint.startsWith("POST ");
        var parked = moves && MOVING.contains(act) ? park(wanted) : kept.computeIfAbsent(wanted, this::park);
        if (frozen.remove(parked.id())) {
            unfreeze(parked);
        }
        if (moves && act.equals("freeze")) {
            frozen.add(parked.id());
        }
        var path = endpoint.split(" ")[1]
                .replace("{id}", parked.id())
                .replace("/bids/{label}", "/bids/A")
                .replace("/bids/{bid}", "/bids/A")
                .replace("/bids/{bidId}", "/bids/" + "0".repeat(31) + "1")
                .replace("/files/{role}", "/files/TECHNICAL")
                .replace(
                        "/members/{number}",
                        "/members/" + parked.members().get(0).number())
                .replace("{session}", parked.id())
                .replace("{lot}", endpoint.contains("{lot}") ? parked.lot() : "")
                .replace("/files/{sm3}", "/files/" + "ab".repeat(32))
                .replace("{track}/{file}", "M01/001-00000.webm")
                .replace("{number}", "1");
        return Request.to(path, token(parked, actor, own))
                .with(body(endpoint.contains("/clarifications") ? "clarifications/" + act : act, parked));
    }

    private static String token(Parked parked, String actor, boolean own) {
        if (actor.equals("supervisor")) {
            return SUPERVISOR;
        }
        if (actor.equals("host")) {
            var person = own ? People.HOST : stranger(parked);
            return TestTokens.of(person.id(), null, person.certificateId(), Role.PROCURING_ENTITY);
        }
        if (actor.equals("bidder")) {
            var party = own ? SessionOrders.party(1) : UUID.randomUUID();
            return TestTokens.of(UUID.randomUUID(), party, "ab".repeat(32), Role.BIDDER);
        }
        if (actor.equals("trustee") || actor.equals("notary")) {
            var person = own ? People.TRUSTEES.get(actor.equals("notary") ? 1 : 0) : stranger(parked);
            return TestTokens.of(person.id(), null, person.certificateId(), Role.TRUSTEE);
        }
        var seat = actor.equals("leader") ? 1 : 0;
        return own ? parked.members().get(seat).token() : new Member(stranger(parked), parked.id()).token();
    }

    /** An expert of the pool who was never invited. */
    private static People.Person stranger(Parked parked) {
        var numbers = parked.members().stream().map(Member::number).toList();
        return People.ALL_EXPERTS.stream()
                .filter(it -> !numbers.contains(it.number()))
                .findFirst()
                .orElseThrow();
    }

    private static String body(String act, Parked parked) {
        return switch (act) {
            case "invitation" -> "{\"accept\":true,\"reason\":\"\"}";
            case "leader-votes" ->
                "{\"member\":\"%s\"}".formatted(parked.members().get(1).number());
            case "conclusion" -> "{\"competition\":null}";
            case "freeze", "unfreeze" -> "{\"reason\":\"核查录音\"}";
            case "warnings" -> "{\"text\":\"请勿离席\"}";
            case "replacement" -> "{\"reason\":\"未履行职责\"}";
            case "rejections" ->
                "{\"bidId\":\"%032x\",\"code\":\"RJ6\",\"reason\":\"不响应\",\"page\":\"3\",\"basis\":\"FACT\"}"
                        .formatted(1);
            case "clarifications/to-sign" ->
                "{\"bidId\":\"%032x\",\"kind\":\"AMBIGUITY\",\"place\":\"3\",\"question\":\"？\",\"minutes\":30}"
                        .formatted(1);
            case "findings" -> "{\"code\":\"L1\",\"lines\":[]}";
            case "draft" -> "{\"n\":1,\"sealed\":\"%s\"}".formatted("QUJD".repeat(20));
            default -> "{}";
        };
    }

    private static void unfreeze(Parked parked) {
        given().auth()
                .oauth2(SUPERVISOR)
                .contentType(ContentType.JSON)
                .body(body("unfreeze", parked))
                .post("/api/evaluation/sessions/" + parked.id() + "/unfreeze")
                .then()
                .statusCode(200);
    }

    private Parked park(String phase) {
        if (SCREENING.contains(phase)) {
            return judging(phase);
        }
        var session = Sessions.open(SessionOrders.exampleA1());
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        var members = members(session);
        var parked = new Parked(session, members);
        for (String step : PHASES.subList(1, PHASES.indexOf(phase) + 1)) {
            take(parked, step);
        }
        return parked;
    }

    private static Parked judging(String phase) {
        var session = Sessions.open(SessionOrders.reviewed(SessionOrders.exampleA1()));
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        var members = members(session);
        var parked = new Parked(session, members);
        PHASES.subList(1, PHASES.indexOf("REVEALING")).forEach(step -> take(parked, step));
        if (phase.equals("SETTLING")) {
            members.forEach(it ->
                    it.judge((bid, item) -> item.equals("R1") ? "FACT" : null).statusCode(204));
            members.forEach(it -> it.reveal().statusCode(204));
        }
        return parked;
    }

    private static void take(Parked parked, String step) {
        var members = parked.members();
        switch (step) {
            case "ACCEPTED" -> members.forEach(Member::accept);
            case "CHECKED_IN" -> members.forEach(Member::checkIn);
            case "SEATED" -> members.forEach(it -> it.declare(false, "").statusCode(200));
            case "SCORING" -> members.forEach(it -> it.voteFor(members.get(1)));
            case "REVEALING" ->
                members.forEach(it -> it.commit(label -> "30.00").statusCode(204));
            case "REVIEWING" -> members.forEach(it -> it.reveal().statusCode(204));
            case "REPORTING" -> review(members);
            case "CONCLUDED" -> members.forEach(ParkedSessions::sign);
            default -> throw new IllegalArgumentException(step);
        }
    }

    private static void review(List<Member> members) {
        for (var member : members) {
            member.vote(1, true);
        }
        var conclusion = CanonicalJson.object();
        conclusion.putNull("competition");
        members.get(1).post("/conclusion", conclusion).statusCode(200);
        members.get(0).read("/report/to-sign");
    }

    private static void sign(Member member) {
        member.sign(
                        "/report/to-sign",
                        "/report/signatures",
                        it -> it.put("opinion", "AGREE").put("reason", ""))
                .statusCode(200);
    }

    private static List<Member> members(String session) {
        return Sessions.invited(session).stream()
                .map(number -> new Member(People.byNumber(number), session))
                .toList();
    }
}
