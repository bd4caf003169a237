package cn.qifeng.auditor.check;

import static cn.qifeng.auditor.check.Story.entry;
import static cn.qifeng.auditor.check.Story.lie;
import static cn.qifeng.auditor.check.Story.place;
import static cn.qifeng.auditor.check.Story.step;
import static cn.qifeng.auditor.check.Story.swap;
import static cn.qifeng.auditor.check.Story.without;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.check.Story.Step;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A site hands over a scan and a disk; the disk is sent back, and comes again as a scan. */
@DisplayName("Handovers in a package 存证包中的资料移交")
class HandoversCheckTest {

    private static final Instant AT = Instant.parse("2026-12-02T08:00:00Z");
    private static final String UNTIL = "2026-12-09T16:00:00.000Z";
    private static final String PARTS =
            Dossier.sm3(Story.json("[{'file':'M01/1.webm','offset':0,'length':9,'hash':'aa'}]"), "x");

    @Test
    void holdsAsItHappened() {
        assertThat(check(steps -> {})).startsWith("handovers: which site is the main one");
        assertThat(Story.found(
                        new HandoversCheck(HandoversCheckTest::signer), truth(), AT, Set.of(HandoversCheck.RECEIVED)))
                .isEqualTo("handovers: what sub-sites handed over is withheld");
    }

    @Test
    void namesALieAboutWhatIsDue() {
        assertThat(check(due(0, "until", "2026-12-08T16:00:00.000Z"))).isEqualTo("not-the-end-of-five-working-days");
        assertThat(check(lie("due", it -> ((ObjectNode) it.at("/bookings/0")).put("provisional", true))))
                .isEqualTo("not-the-end-of-five-working-days");
        assertThat(check(due(0, "site", "T"))).isEqualTo("a-handover-of-no-booking-that-was-drawn-from");
        assertThat(check(due(0, "booking", "b3"))).isEqualTo("a-handover-of-no-booking-that-was-drawn-from");
        assertThat(check(lie("due", it -> it.putArray("spared")))).isEqualTo("a-booking-whose-site-hands-over-nothing");
        assertThat(check(lie("due", it -> ((ObjectNode) it.at("/spared/0")).put("why", "FRIEND"))))
                .isEqualTo("a-booking-spared-that-was-none");
        assertThat(check(lie("due", it -> it.put("endedAt", "2026-12-02T09:00:00.000Z"))))
                .isEqualTo("not-the-end-of-the-evaluation");
        assertThat(check(lie("due", it -> it.put("session", "t")))).isEqualTo("a-handover-of-another-session");
        assertThat(check(swap("report", "due"))).isEqualTo("a-handover-before-the-report");
        assertThat(check(steps -> steps.add(place(steps, "handover"), step(steps, "due"))))
                .isEqualTo("due-twice-for-one-report");
        assertThat(check(without("due"))).isEqualTo("handed-over-though-nothing-was-due");
        assertThat(check(steps -> {
                    without("due").accept(steps);
                    without("handover").accept(steps);
                }))
                .isEqualTo("a-booking-whose-site-hands-over-nothing");
    }

    @Test
    void namesAListThatWasAlteredOrTornFromItsReceipt() {
        assertThat(check(listed(0, "sm3", "cc".repeat(32)))).isEqualTo("a-receipt-of-another-handover");
        assertThat(check(resealed(
                        it -> ((ObjectNode) it.at("/steps/1/statement/doc/items/0")).put("sm3", "cc".repeat(32)))))
                .isEqualTo("an-item-that-was-received-is-another");
        assertThat(check(resealed(it -> ((ArrayNode) it.at("/steps/1/statement/doc/items")).remove(1))))
                .isEqualTo("an-item-was-dropped");
        assertThat(check(lie("handover", it -> ((ObjectNode) it.at("/steps/1/statement/doc")).putNull("former"))))
                .isEqualTo("a-handover-that-does-not-follow-its-receipt");
        assertThat(check(lie("handover", it -> ((ArrayNode) it.path("steps")).remove(0))))
                .isEqualTo("not-the-next-number-of-a-handover");
        assertThat(check(lie("handover", it -> ((ArrayNode) it.path("steps")).remove(1))))
                .isEqualTo("not-everything-was-received");
        assertThat(check(listed(0, "sheets", null))).isEqualTo("paper-without-its-sheets");
        assertThat(check(listed(0, "delivery", "CARRIER"))).isEqualTo("an-item-that-cannot-be-handed-over");
        assertThat(check(lie("handover", it -> ((ObjectNode) it.at("/steps/0/statement/doc")).put("booking", "b9"))))
                .isEqualTo("a-handover-of-another-booking");
    }

    @Test
    void namesALieAboutReceiptsAndSigners() {
        assertThat(check(receipt(0, it -> ((ObjectNode) it.at("/rulings/1")).put("reason", " "))))
                .isEqualTo("sent-back-without-a-reason");
        assertThat(check(receipt(0, it -> ((ObjectNode) it.at("/rulings/1")).put("reason", "\u2003"))))
                .isEqualTo("sent-back-without-a-reason");
        assertThat(check(receipt(1, it -> ((ObjectNode) it.at("/rulings/1")).put("accepted", "true"))))
                .isEqualTo("sent-back-without-a-reason");
        assertThat(check(receipt(0, it -> ((ArrayNode) it.path("rulings")).remove(1))))
                .isEqualTo("an-item-on-which-nobody-ruled");
        assertThat(check(receipt(1, it -> ((ObjectNode) it.path("recording")).put("items", 2))))
                .isEqualTo("not-what-was-recorded");
        assertThat(check(receipt(1, it -> ((ObjectNode) it.at("/recording/tracks/0")).put("sm3", "aa".repeat(32)))))
                .isEqualTo("not-what-was-recorded");
        assertThat(check(receipt(1, it -> it.putNull("recording")))).isEqualTo("not-what-was-recorded");
        assertThat(check(receipt(0, it -> it.put("submittedAt", "2026-12-02T07:30:00.000Z"))))
                .isEqualTo("not-when-it-was-handed-over");
        assertThat(check(lie("handover", it -> ((ObjectNode) it.at("/steps/0/statement")).put("sig", "main"))))
                .isEqualTo("not-handed-over-by-its-site");
        assertThat(check(lie("handover", it -> ((ObjectNode) it.at("/steps/0/receipt")).put("sig", "site"))))
                .isEqualTo("received-by-who-handed-over");
        assertThat(check(lie(
                        "handover",
                        it -> ((ObjectNode) it.at("/steps/1")).put("receivedAt", "2026-12-02T09:00:00.000Z"))))
                .isEqualTo("steps-of-a-handover-out-of-order");
        assertThat(check(lie("handover", it -> it.put("site", "T")))).isEqualTo("handed-over-by-another-site");
        assertThat(check(steps -> steps.add(step(steps, "handover")))).isEqualTo("a-booking-handed-over-twice");
    }

    @Test
    void namesALieAboutBeingLate() {
        assertThat(check(lie("handover", it -> it.put("late", true)))).isEqualTo("late-and-not-on-record");
        assertThat(check(lie("handover", it -> it.put("late", "false")))).isEqualTo("late-and-not-on-record");
        assertThat(check(steps -> steps.add(overdue()))).isEqualTo("late-before-its-time-was-over");
    }

    @Test
    void judgesByTheFirstListWhetherItIsLate() {
        var told = told().andThen(lie("handover", it -> it.put("late", true)));
        var bothLate = again(0).andThen(again(1));

        assertThat(check(bothLate.andThen(told))).startsWith("handovers: which site is the main one");
        assertThat(check(bothLate)).isEqualTo("late-and-not-on-record");
        assertThat(check(bothLate.andThen(told()))).isEqualTo("late-and-not-on-record");
        assertThat(check(again(1))).startsWith("handovers: which site is the main one");
        assertThat(check(again(1).andThen(told))).isEqualTo("late-and-not-on-record");
    }

    @Test
    void comparesARecordingWithTheHeadsThatWereToldWhenItWasReceived() {
        assertThat(check(Story.at("head", Instant.parse("2026-12-02T07:10:05Z"))))
                .startsWith("handovers: which");
        assertThat(check(Story.at("head", Instant.parse("2026-12-02T07:10:05.001Z"))))
                .isEqualTo("not-what-was-recorded");
        assertThat(check(steps -> steps.add(
                        entry("later", "recording-head", "{'to':4,'head':'ii','items':[{'kind':'REOPENED'}]}"))))
                .startsWith("handovers: which");
    }

    /** A step on the day behind the end of the period. */
    private static Consumer<List<Step>> again(int i) {
        return resealed(it -> {
                    var step = (ObjectNode) it.path("steps").get(i);
                    step.put("at", "2026-12-10T07:%d0:00.000Z".formatted(i));
                    step.put("receivedAt", "2026-12-10T07:%d5:00.000Z".formatted(i));
                    ((ObjectNode) step.at("/receipt/doc")).set("submittedAt", step.path("at"));
                })
                .andThen(Story.at("handover", Instant.parse("2026-12-10T08:00:00Z")));
    }

    private static Consumer<List<Step>> told() {
        return steps -> steps.add(
                place(steps, "handover"),
                new Step("overdue", overdue().type(), overdue().body(), Instant.parse("2026-12-09T16:00:01Z")));
    }

    private static Step overdue() {
        return entry("overdue", "handover-overdue", "{'session':'s','booking':'b1','until':'" + UNTIL + "'}");
    }

    private static String check(Consumer<List<Step>> change) {
        var steps = truth();
        Story.at("head", Instant.parse("2026-12-02T07:00:00Z")).accept(steps);
        change.accept(steps);
        return Story.found(new HandoversCheck(HandoversCheckTest::signer), steps, AT, Set.of());
    }

    private static String signer(Dossier dossier, JsonNode statement, Dossier.Entry entry) {
        return statement.path("sig").asText();
    }

    private static List<Step> truth() {
        return new ArrayList<>(List.of(
                entry("opened", "opened", "{'session':'s'}"),
                new Step("booked", "site/booked", (ObjectNode) Story.json("{'bookings':["
                        + "{'booking':'b1','site':'S','steps':[{'state':'REQUESTED'},{'state':'CONFIRMED'}]},"
                        + "{'booking':'b2','site':'M','steps':[{'state':'REQUESTED'},{'state':'CONFIRMED'}]},"
                        + "{'booking':'b3','site':'S','steps':[{'state':'REQUESTED'},{'state':'REFUSED'}]}]}")),
                entry(
                        "head",
                        "recording-head",
                        "{'to':3,'head':'hh','items':[{'kind':'OPENED'},{'kind':'SEGMENT','track':'M01',"
                                + "'file':'M01/1.webm','offset':0,'length':9,'hash':'aa'},{'kind':'CLOSED'}]}"),
                entry("report", "report", "{}"),
                entry(
                        "due",
                        "handover-due",
                        "{'session':'s','endedAt':'2026-12-02T08:00:00.000Z','bookings':[{'booking':'b1','site':'S',"
                                + "'operator':'site','until':'" + UNTIL
                                + "','provisional':false}],'spared':[{'booking':'b2','site':'M','why':'MAIN'}]}"),
                entry("handover", "handover", handover())));
    }

    private static String handover() {
        var body = (ObjectNode) Story.json("{'session':'s','booking':'b1','site':'S','until':'" + UNTIL
                + "','late':false,'steps':[{'at':'2026-12-02T07:00:00.000Z','receivedAt':'2026-12-02T07:10:00.000Z'},"
                + "{'at':'2026-12-02T07:20:00.000Z','receivedAt':'2026-12-02T07:30:00.000Z'}]}");
        var scan = "{'number':1,'kind':'PAPER','matter':'SIGN_IN','sheets':5,'sm3':'" + "ab".repeat(32)
                + "','length':7,'delivery':'UPLOADED'}";
        put(
                body,
                0,
                scan,
                "{'number':2,'kind':'MEDIA','matter':'ROOM_CAMERA','sheets':null,'sm3':'" + "cd".repeat(32)
                        + "','length':7,'delivery':'CARRIER'}");
        put(
                body,
                1,
                scan,
                "{'number':2,'kind':'PAPER','matter':'ID_CHECK','sheets':2,'sm3':'" + "ef".repeat(32)
                        + "','length':7,'delivery':'UPLOADED'}");
        seal(body);
        return body.toString();
    }

    private static void put(ObjectNode body, int i, String... items) {
        var step = (ObjectNode) body.path("steps").get(i);
        step.set(
                "statement",
                Story.json("{'sig':'site','doc':{'type':'handover','v':1,'booking':'b1','site':'S'," + "'until':'"
                        + UNTIL + "','number':" + (i + 1) + ",'items':[" + String.join(",", items) + "]}}"));
        step.set(
                "receipt",
                Story.json("{'sig':'main','doc':{'type':'handover-receipt','session':'s','booking':'b1',"
                        + "'number':" + (i + 1) + ",'submittedAt':'"
                        + step.path("at").asText() + "','recording':{'items':3,"
                        + "'head':'hh','tracks':[{'track':'M01','files':1,'bytes':9,'sm3':'" + PARTS
                        + "'}]},'rulings':["
                        + "{'number':1,'accepted':true,'reason':''},{'number':2,'accepted':" + (i == 1)
                        + ",'reason':'" + (i == 1 ? "" : "坏") + "'}]}}"));
    }

    /** Ties lists and receipts to each other, as who signs them would. */
    private static void seal(ObjectNode body) {
        var steps = body.path("steps");
        for (int i = 0; i < steps.size(); i++) {
            var doc = (ObjectNode) steps.get(i).at("/statement/doc");
            doc.putNull("former");
            if (i > 0) {
                doc.put("former", Dossier.sm3(steps.get(i - 1).at("/receipt/doc"), "x"));
            }
            ((ObjectNode) steps.get(i).at("/receipt/doc")).put("submission", Dossier.sm3(doc, "x"));
        }
    }

    private static Consumer<List<Step>> resealed(Consumer<ObjectNode> about) {
        return lie("handover", body -> {
            about.accept(body);
            seal(body);
        });
    }

    private static Consumer<List<Step>> due(int i, String field, String value) {
        return lie("due", it -> ((ObjectNode) it.path("bookings").get(i)).put(field, value));
    }

    private static Consumer<List<Step>> listed(int i, String field, String value) {
        return lie(
                "handover",
                it -> ((ObjectNode) it.at("/steps/0/statement/doc/items").get(i)).put(field, value));
    }

    private static Consumer<List<Step>> receipt(int i, Consumer<ObjectNode> about) {
        return resealed(it -> about.accept((ObjectNode) it.at("/steps/" + i + "/receipt/doc")));
    }
}
