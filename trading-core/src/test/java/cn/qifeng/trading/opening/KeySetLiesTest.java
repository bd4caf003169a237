package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.supervision.PackageAudit;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A platform that writes another key set into the chain, its log and its witnesses, than the rules allow. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Lies about a new key set 密钥组更替作假")
class KeySetLiesTest {

    @Inject
    TestLots testLots;

    @Inject
    TestHall hall;

    @Inject
    Trustees trustees;

    @Inject
    LotKeySets keySets;

    @Inject
    Directory directory;

    @Inject
    Chain chain;

    @Inject
    PublishHead publishHead;

    @Inject
    MoveClock moveClock;

    @Inject
    PlatformClock clock;

    @Inject
    DueActs dueActs;

    private PublishedLot lot;
    private KeySet first;
    private KeySet next;
    private TestPerson agency;
    private TestPerson notary;

    @BeforeEach
    void publishALot() {
        publishHead.now();
        lot = testLots.publish(Duration.ofDays(21));
        first = keySets.of(lot);
        agency = TestPerson.of(directory, "agency");
        notary = TestPerson.of(directory, "notary");
        next = trustees.ceremony(
                lot.tender(), lot.lot(), TestPerson.of(directory, List.of("supervisor", "notary", "operator")));
    }

    @Test
    void aReplacementByAStranger() {
        replace(notary, next.toDoc(), first.idHex());
        assertThat(found()).isEqualTo("not signed by who published");
    }

    @Test
    void aReplacementBehindTheDeadline() {
        moveClock.forward(Duration.ofDays(21).plusSeconds(2));
        replace(agency, next.toDoc(), first.idHex());
        assertThat(found()).isEqualTo("replaced behind the deadline");
    }

    @Test
    void aSetThatOneSideControls() {
        var doc = next.toDoc();
        for (JsonNode member : doc.path("members")) {
            ((ObjectNode) member).put("side", "TENDERER");
        }
        replace(agency, doc, first.idHex());
        assertThat(found()).isEqualTo("one side controls the set");
    }

    @Test
    void anotherSetThatIsReplaced() {
        replace(agency, next.toDoc(), "ab".repeat(32));
        assertThat(found()).isEqualTo("not the set in force that it replaces");
    }

    @Test
    void aFormerSetThatIsLost() {
        lose(notary);
        lose(TestPerson.of(directory, "operator"));
        replace(agency, next.toDoc(), first.idHex());
        assertThat(found()).isEqualTo("a former set that cannot open");
    }

    @Test
    void aDeadlineThatMovesIdly() {
        replace(moved(first.idHex(), lot.deadline().plus(Duration.ofDays(1))));
        assertThat(found()).isEqualTo("a deadline moved without a cause");
    }

    @Test
    void anotherSetThatIsCalledLost() {
        lose(notary);
        lose(TestPerson.of(directory, "operator"));
        replace(moved("ab".repeat(32), lot.deadline().plus(Duration.ofDays(1))));
        assertThat(found()).isEqualTo("a former set that cannot open");
    }

    @Test
    void aDeadlineThatLeavesNoTimeToSealAgain() {
        lose(notary);
        lose(TestPerson.of(directory, "operator"));
        moveClock.forward(Duration.ofDays(21).minusSeconds(30));
        replace(moved(first.idHex(), lot.deadline().plusSeconds(1)));
        assertThat(found()).isEqualTo("too little time to seal again");
    }

    @Test
    void aKeyThatAStrangerDeclaresLost() {
        lose(agency);
        assertThat(found()).isEqualTo("declared by no member of the set");
    }

    @Test
    void aKeyThatIsLostTwice() {
        lose(notary);
        lose(notary);
        assertThat(found()).isEqualTo("declared lost twice");
    }

    @Test
    void inForceWithoutAReplacement() {
        inForce(Moments.format(clock.now()));
        assertThat(found()).isEqualTo("in force without a replacement");
    }

    @Test
    void inForceAtAnotherTime() {
        replace(agency, next.toDoc(), first.idHex());
        publishHead.now();
        inForce(Moments.format(clock.now().minusSeconds(3600)));
        assertThat(found()).isEqualTo("in force at another time than its entry");
    }

    /** A replacement with the canaries of its members. */
    private void replace(TestPerson signer, ObjectNode set, String replaces) {
        append("lot/key-set", replacement(signer, set, replaces));
        dueActs.runRound();
    }

    private void replace(ObjectNode doc) {
        append("lot/key-set", body(agency, doc, next.toDoc()));
        dueActs.runRound();
    }

    private ObjectNode moved(String lost, Instant deadline) {
        var doc = doc(next.toDoc(), first.idHex()).put("deadline", Moments.format(deadline));
        doc.putArray("lost").add(lost);
        return doc;
    }

    private ObjectNode replacement(TestPerson signer, ObjectNode set, String replaces) {
        return body(signer, doc(set, replaces), set);
    }

    private ObjectNode doc(ObjectNode set, String replaces) {
        return hall.doc(lot, "key-set-replacement")
                .put("replaces", replaces)
                .put("keySet", Sm3.hex(CanonicalJson.encode(set)))
                .put("reason", "换人");
    }

    private static ObjectNode body(TestPerson signer, ObjectNode doc, ObjectNode set) {
        var body = CanonicalJson.object();
        body.set("statement", Statement.of(doc, signer.key()).toJson());
        body.set("keySet", set);
        return body;
    }

    private void lose(TestPerson person) {
        var doc = hall.doc(lot, "key-lost")
                .put("set", first.idHex())
                .put("cause", "LOST")
                .put("reason", "介质损坏");
        var body = CanonicalJson.object();
        body.set("statement", Statement.of(doc, person.key()).toJson());
        append("lot/key-lost", body);
    }

    private void inForce(String from) {
        append(
                "lot/key-set-in-force",
                CanonicalJson.object().put("set", next.idHex()).put("from", from));
    }

    private void append(String type, ObjectNode body) {
        QuarkusTransaction.requiringNew().run(() -> chain.append(lot.tender(), type, body));
    }

    private String found() {
        return PackageAudit.of(lot.tender(), "SUPERVISOR").report().code().replace('-', ' ');
    }
}
